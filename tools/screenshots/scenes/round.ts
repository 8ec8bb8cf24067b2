import type { Scene } from '../scene.ts'

/** A round is opened, answered in all ways and decided. */
export const openRound: Scene = async (stage) => {
  await stage.say('hai', '3tt 5cn')
  await stage.say('lan', '/dot')
  await stage.say('lan', '/dot mở')
  await stage.press('lan', 'Thi đua yêu nước')
  await stage.press('lan', 'Tiếp tục')
  await stage.press('lan', 'Ngày khác')
  await stage.say('lan', '17h 5/12')
  await stage.press('lan', 'Mở đợt')
  await stage.say('lan', 'Văn phòng UBND 1tt 8cn')
  await stage.say('lan', '/denghi Tổ quản lý chợ không có')
  await stage.say('dung', 'chắc 3 hoặc 4 gì đó')
  await stage.say('dung', '2 tập thể')
  await stage.say('dung', '6 cá nhân')
  await stage.say('tam', '/denghi Công an phường 3tt 5cn')
  await stage.say('hai in group', '3 tập thể 5 cá nhân', 'Đã gửi')
}

/** A unit asks for more than its quota, and the secretariat decides. */
export const overQuota: Scene = async (stage, take) => {
  await stage.say('mai', '1tt 2cn')
  await stage.press('mai', 'Đề nghị vượt')
  await stage.say('mai', 'Có thêm một bác sĩ đạt giải Nhất cấp Thành phố', 'lý do vượt')
  await take({ name: 'vuot-chi-tieu', place: 'mai', from: '1tt 2cn' })
  await take({ name: 'the-cua-dot', place: 'hai in group', from: 'Trả lời tin này' })
  await take({ name: 'quyet-dinh', place: 'lan', from: 'đề nghị vượt chỉ tiêu' })
  await stage.say('lan', '/dot xem')
  await stage.press('lan', 'Chấp nhận')
}

/** Numbers are mended, those who are missing reminded, the deadline moved, the round closed. */
export const closeRound: Scene = async (stage, take) => {
  await stage.say('hai', '4tt 5cn')
  await stage.change('hai in group', '3 tập thể 5 cá nhân', '4 tập thể 4 cá nhân')
  await stage.say('hai', '/denghi')
  await stage.say('lan', '/tonghop')
  await stage.press('lan', 'Biểu đồ')
  await take({ name: 'tong-hop', place: 'lan', from: '/tonghop' })
  await stage.press('lan', 'Bảng Excel')
  await stage.press('lan', 'Biên bản Word')
  await stage.say('lan', '/dot nhắc')
  await stage.moveTo('2025-12-02T09:00:05+07:00')
  await stage.say('lan', '/dot gia hạn 12/12')
  await stage.say('lan', '/dot chỉ tiêu Khối giáo dục 2tt 7cn')
  await stage.moveTo('2025-12-12T17:01:05+07:00')
  await stage.say('hai', '3tt 5cn')
  await stage.say('lan', '/dot đóng')
  await stage.press('lan', 'Đóng đợt')
  await stage.say('lan', '/dot mở lại')
}

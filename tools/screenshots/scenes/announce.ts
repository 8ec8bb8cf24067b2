import type { Scene } from '../scene.ts'

const meeting = (hour: string) =>
  `Kính mời các đồng chí dự phiên họp thứ tư của Hội đồng lúc ${hour} thứ Sáu 12/12/2025 tại Hội trường UBND phường.`

/** An announcement is written, previewed, sent, confirmed, corrected and withdrawn. */
export const announce: Scene = async (stage, take) => {
  await stage.say('lan', '/thongbao')
  await stage.press('lan', 'Soạn thông báo')
  await stage.say('lan', meeting('14:00'))
  await stage.press('lan', 'Xem trước')
  await stage.press('lan', 'Người nhận')
  await stage.press('lan', 'Tất cả nhóm')
  await stage.press('lan', 'Trưởng tất cả')
  await stage.press('lan', 'Xong')
  await stage.press('lan', 'Xác nhận đã nhận')
  await take({ name: 'thong-bao-xem-truoc', place: 'lan', from: 'Kính mời' })
  await stage.press('lan', 'Hẹn giờ')
  await stage.say('lan', '8h sáng mai')
  await stage.press('lan', 'Bỏ hẹn giờ')
  await stage.press('lan', 'Xem trước')
  await stage.press('lan', 'Gửi ngay')
  await stage.press('hai', 'Đã nhận')
  await stage.press('tam in group', 'Đã nhận')
  await stage.press('lan', 'Danh sách')
  await take({ name: 'thong-bao-bao-cao', place: 'lan', from: 'Đã gửi' })
}

/** What can be done with an announcement that was sent. */
export const mendAnnouncement: Scene = async (stage) => {
  const show = async (label: string) => {
    await stage.say('lan', '/thongbao')
    await stage.press('lan', '1. Kính mời')
    await stage.press('lan', label)
  }
  await show('Nhắc người chưa xác nhận')
  await show('Sửa nội dung')
  await stage.say('lan', meeting('08:00'))
  await show('Thu hồi')
  await stage.press('lan', 'Thu hồi ở mọi nơi')
  await stage.say('hai', '/thongbao')
}

/** An announcement is made of a template. */
export const template: Scene = async (stage) => {
  await stage.say('lan', '/thongbao mẫu')
  await stage.press('lan', 'Họp Hội đồng')
  const fields = ['thời gian: 14h thứ Sáu 12/12/2025', 'địa điểm: Hội trường UBND phường']
  await stage.say('lan', [...fields, 'nội dung: Xét khen thưởng năm 2025', 'thành phần: Các ủy viên'].join('\n'))
  await stage.press('lan', 'Lưu làm mẫu')
  await stage.say('lan', 'Họp cuối năm')
}

/** Who did what. */
export const auditLog: Scene = async (stage) => {
  for (const text of ['/nhatky', '/nhatky Công an phường']) await stage.say('lan', text)
}

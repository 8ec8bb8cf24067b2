import type { Scene } from '../scene.ts'

/** Members and heads ask what is due, in the group and in private. */
export const ask: Scene = async (stage, take) => {
  await stage.say('tam in group', '@tdkt_bot tháng 7 có việc gì?')
  await take({ name: 'hoi-viec', place: 'tam in group', from: '@tdkt_bot tháng 7' })
  await stage.say('tam', 'quý này có gì đến hạn?')
  await stage.press('tam', 'Quý II/2025')
  await stage.press('tam', 'Không ấn định ngày')
  for (const text of ['tuần sau', 'quá hạn', 'quý 5 có gì', 'họp hội đồng khi nào', 'bao giờ nghỉ hè'])
    await stage.say('tam', text)
  for (const text of ['/chitiet PL1 mục 3', '/chitieu Công an phường', '/lich', '/xong PL1 mục 2', '/trogiup'])
    await stage.say('tam', text)
  for (const text of ['việc của đơn vị tôi', '/lich của tôi', '/trogiup']) await stage.say('hai', text)
  await stage.say('khach', 'quý này có gì đến hạn?')
  for (const text of ['/taikhoan', '/ngonngu', '/hoidong', '/trogiup']) await stage.say('lan', text)
  await stage.press('lan', 'Lấy mã liên kết')
}

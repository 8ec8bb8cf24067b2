import type { Scene } from '../scene.ts'

/** The mornings until a reminder that somebody answers; then the settings. */
export const remind: Scene = async (stage, take) => {
  await stage.press('hai in group', 'Đã xong: PL1 mục 5')
  await take({ name: 'nhac-sang', place: 'hai in group', from: 'Nhắc việc' })
  await stage.press('hai in group', 'Hoàn tác')
  await stage.say('hai', '/xong PL1 mục 5')
  await stage.say('lan', '/chuaxong PL1 mục 5')
  await stage.say('lan', '/xong PL1 mục 5')
  await stage.press('lan in group', 'Nhắc lại ngày mai')
  await stage.say('dung in group', '/xong PL1 mục 6')
}

/** The secretariat looks at the settings and changes some. */
export const settings: Scene = async (stage, take) => {
  await stage.say('lan', '/caidat')
  await take({ name: 'cai-dat', place: 'lan', from: '/caidat' })
  await stage.press('lan', 'Xem trước 7 ngày')
  await stage.say('lan', '/caidat giờ 21:00')
  await stage.say('lan', '/caidat ngày nghỉ 02/5/2025')
  await stage.say('lan', '/caidat ngày')
  await stage.say('lan', '/caidat duyệt hai người bật')
  await stage.say('lan', '/caidat duyệt hai người tắt')
}

/** Everything of the first months is done, so that the year can go on. */
export const spring: Scene = async (stage) => {
  for (const row of ['1', '2', '3', '4']) await stage.say('lan', `/xong PL1 mục ${row}`)
}

import { readFile } from 'node:fs/promises'
import type { Scene } from '../scene.ts'

const SAMPLE = new URL('../../../commands/operator/sample/plan.txt', import.meta.url)

/** The first plan is read, its doubtful dates are looked at, and it is approved. */
export const firstPlan: Scene = async (stage, take) => {
  await stage.send('lan', 'Ke hoach 21-KH-UBND.txt', await readFile(SAMPLE, 'utf8'))
  await stage.press('lan', 'Xem điểm cần xác nhận')
  await take({ name: 'duyet-ngay', place: 'lan', from: 'Điểm 1/3' })
  await stage.press('lan', 'Là 16/5/2025')
  await stage.press('lan', 'Ngày khác')
  await stage.say('lan', '30/6/2025')
  await stage.press('lan', 'Để sau')
  await stage.say('lan', '/kehoach')
  await stage.press('lan', 'Kế hoạch 21/KH-UBND')
  await stage.press('lan', 'Duyệt')
  await stage.press('lan', 'Duyệt, còn 1')
  await stage.say('lan', '/kehoach xác nhận')
  await stage.press('lan', 'Là 29/8/2025')
}

const CHANGES: [string, string][] = [
  ['Trước ngày 25/4/2025', 'Trước ngày 09/5/2025'],
  ['Trước ngày 15/7/2025', 'Trước ngày 10/7/2025'],
  ['Công an phường\t03\t05', 'Công an phường\t04\t05'],
]

/** A changed plan is compared with the one before and approved, and a row is mended. */
export const newVersion: Scene = async (stage, take) => {
  const text = await readFile(SAMPLE, 'utf8')
  const changed = CHANGES.reduce((all, [before, after]) => all.replace(before, after), text)
  await stage.send('lan', 'Ke hoach 21 sua doi.txt', changed)
  await stage.press('lan', 'Xem điểm khác')
  await take({ name: 'so-sanh-ban-moi', place: 'lan', from: 'So với bản trước' })
  await stage.press('lan', 'Xem bản nháp')
  await stage.press('lan', 'Duyệt')
  await stage.say('lan', '/kehoach sửa mục 14: trước ngày 18/7/2025')
  await stage.press('lan', 'Đúng')
  await stage.press('lan', 'Duyệt')
}

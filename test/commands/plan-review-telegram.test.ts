import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { present, WardOnTelegram, type Party, type Shown } from '../support/ward-on-telegram.ts'

const HANOI = new URL('../../../shared/plans/001_1fd602e1b0c2be66.pdf', import.meta.url)

describe.skipIf(!present || !existsSync(HANOI))(
  'the review of a real plan on Telegram (emulator and plan in ../shared)',
  () => {
    let ward: WardOnTelegram
    let secretary: Party
    beforeAll(async () => {
      ward = await WardOnTelegram.open('2025-02-20T08:00:00+07:00')
      secretary = ward.telegram.addUser({ first_name: 'Thư' })
      await ward.say(secretary, secretary, `/start ${ward.code}`)
    })
    afterAll(() => ward?.close())

    it('goes from the file to the approval in nine presses and one typed correction, in one message edited in place', async () => {
      const since = ward.telegram.mark()
      let presses = 0
      const document = { file_name: 'KH-357.pdf', mime_type: 'application/pdf', content: readFileSync(HANOI) }
      let at = (await ward.say(secretary, secretary, '', { document })).at(-1)!
      const first = at.message_id
      const press = async (label: string): Promise<Shown> => {
        presses += 1
        return (at = (await ward.press(secretary, secretary, at, label)).at(-1)!)
      }
      expect(at.text).toContain('52 nhiệm vụ · 60 mốc thời gian · 0 chỉ tiêu')
      await press('Xem điểm cần xác nhận')
      for (const date of ['15/4/2025', '05/6/2025', '16/6/2025', '30/3/2025']) await press(`Là ${date}`)
      expect(at.text).toContain('đã xác nhận 4/4 mốc')
      await press('Về tổng quan')
      expect(at.message_id).toBe(first)
      await press('Sửa một dòng')
      at = (await ward.say(secretary, secretary, 'PL1 mục 8: trước ngày 15/3/2025')).at(-1)!
      await press('Đúng')
      await press('Duyệt')
      expect(at.text).toContain('Đã duyệt Kế hoạch 357/KH-UBND ngày 09/12/2024.')
      expect(presses).toBe(9)
      const errors = ward.telegram.violations({ severity: 'error', since })
      expect([errors, ward.telegram.unansweredCallbacks({ since })]).toEqual([[], []])
    })
  },
)

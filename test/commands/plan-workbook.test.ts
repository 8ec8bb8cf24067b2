import { read, utils, write, type WorkBook } from '@e965/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, SECRETARY, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
  await app.linkedCouncil(SMALL_PLAN)
})
afterEach(() => app.stop())

async function workbook(): Promise<WorkBook> {
  const [sent] = await app.say(SECRETARY, '/kehoach excel')
  expect(sent!.text).toContain('Bảng Excel: Kế hoạch 07/KH-UBND')
  const { name, base64 } = sent!.message.file!
  expect(name).toBe('ke-hoach-07-kh-ubnd.xlsx')
  return read(Buffer.from(base64, 'base64'))
}

async function sendBack(book: WorkBook) {
  const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  app.platform.files.set('f1', bytes)
  const event = { kind: 'file' as const, messageId: 'm', fileId: 'f1', name: 'da-sua.xlsx', size: bytes.length }
  const [review] = await app.deliver(SECRETARY, { externalId: SECRETARY.id, kind: 'private' }, event)
  return review!
}

describe('the workbook of a plan', () => {
  it('comes back unchanged as a version without a difference', async () => {
    const review = await sendBack(await workbook())
    expect(review.text).toContain('7 nhiệm vụ · 8 mốc thời gian · 4 chỉ tiêu')
    expect(review.text).toContain('Không khác bản trước.')
    expect(await app.db.plan.count()).toBe(1)
  })

  it('comes back corrected as a new version of the plan, with what changed', async () => {
    const book = await workbook()
    for (const sheet of Object.values(book.Sheets))
      for (const [address, cell] of Object.entries(sheet))
        if (typeof (cell as { v?: unknown }).v === 'string' && (cell as { v: string }).v.includes('15/3/2025'))
          utils.sheet_add_aoa(sheet, [[(cell as { v: string }).v.replace('15/3/2025', '20/3/2025')]], {
            origin: address,
          })
    const review = await sendBack(book)
    const [difference] = await app.press(SECRETARY, review, 'Xem điểm khác')
    expect(difference!.text).toContain('20/3/2025')
    expect(await app.db.plan.count()).toBe(1)
    expect(await app.db.planVersion.count()).toBe(2)
  })
})

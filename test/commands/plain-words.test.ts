import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, GROUP, SECRETARY, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-03-06T09:00:00+07:00')
  await app.linkedCouncil(SMALL_PLAN)
})
afterEach(() => app.stop())

describe('what people say without a command', () => {
  it.each([
    ['xong PL1 mục 2', '✅ PL1 mục 2 đã xong'],
    ['đã hoàn thành việc mục 2 rồi ạ', '✅ PL1 mục 2 đã xong'],
    ['Em xong mục 2.', '✅ PL1 mục 2 đã xong'],
    ['tổng hợp', 'Chưa có đợt đề nghị khen thưởng nào.'],
    ['xem bảng tổng hợp', 'Chưa có đợt đề nghị khen thưởng nào.'],
    ['tôi đi vắng', 'Đề nghị báo thư ký Hội đồng ghi vắng mặt'],
    ['Tuần sau em xin nghỉ phép ạ', 'Đề nghị báo thư ký Hội đồng ghi vắng mặt'],
    ['nhắc lại ngày mai', 'chọn “Nhắc lại ngày mai” ngay dưới tin nhắc'],
    ['mai nhắc lại nhé', 'chọn “Nhắc lại ngày mai” ngay dưới tin nhắc'],
  ])('"%s" is understood, in private and where the bot is spoken to', async (words, told) => {
    const [inGroup] = await app.sayInGroup(SECRETARY, words)
    expect(inGroup).toMatchObject({ chat: GROUP })
    expect(inGroup!.text).toContain(told)
    await app.db.completion.deleteMany()
    expect((await app.say(SECRETARY, words))[0]!.text).toContain(told)
  })

  it.each([
    ['xong mục 2 chưa?', 'đã xong, ghi nhận'],
    ['tôi đi vắng thì ai nhận tin?', 'ghi vắng mặt'],
    ['nhắc lại quý này có gì đến hạn', 'ngay dưới tin nhắc'],
  ])('"%s" is another question', async (words, untold) => {
    expect((await app.say(SECRETARY, words))[0]!.text).not.toContain(untold)
    expect(await app.db.completion.count()).toBe(0)
  })
})

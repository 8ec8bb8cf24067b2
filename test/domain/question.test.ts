import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import { periodOf, type Period } from '#domain/period.ts'
import { questionLine, readQuestion, type DueQuestion } from '#domain/question.ts'

// Thursday
const context = { today: '2025-02-20' as IsoDate, years: [2025] }
const Q = [1, 2, 3, 4].map((quarter) =>
  periodOf('quarter', `2025-${String(quarter * 3).padStart(2, '0')}-01` as IsoDate),
)
const [Q1, Q2, Q3, Q4] = Q as [Period, Period, Period, Period]
const month = (number: number) => periodOf('month', `2025-${String(number).padStart(2, '0')}-01` as IsoDate)
const day = (date: IsoDate) => periodOf('day', date)
const until = (to: IsoDate): Period => ({ kind: 'range', from: context.today, to })
const days = (to: IsoDate): Period => ({ kind: 'days', from: context.today, to })
const NEXT_WEEK = periodOf('week', '2025-02-24')
const HALVES = [periodOf('half-year', '2025-01-01'), periodOf('half-year', '2025-12-01')]

const question = (known: Partial<DueQuestion>): DueQuestion => ({
  scope: 'period',
  unit: undefined,
  asked: true,
  ...known,
})
const mine = (known: Partial<DueQuestion> = {}) => question({ unit: 'mine', ...known })

describe('what people ask on 20/02/2025', () => {
  it.each<[string, DueQuestion]>([
    ['quý này có gì đến hạn?', question({ period: Q1 })],
    ['quy 3 con viec gi', question({ period: Q3 })],
    ["what's due this month", question({ period: month(2) })],
    ['thang 7 thi sao', question({ period: month(7) })],
    ['tuần sau có việc gì không ạ', question({ period: NEXT_WEEK })],
    ['việc quá hạn', question({ scope: 'overdue' })],
    ['còn việc nào trễ hạn', question({ scope: 'overdue' })],
    ['overdue', question({ scope: 'overdue' })],
    ['which tasks are overdue', question({ scope: 'overdue' })],
    ['cac viec tre han cua don vi toi', mine({ scope: 'overdue' })],
    ['đơn vị mình đang trễ hạn việc gì', mine({ scope: 'overdue' })],
    ['văn phòng ubnd còn việc nào quá hạn không', question({ scope: 'overdue', unitText: 'văn phòng ubnd' })],
    ['việc của đơn vị tôi quý 2', mine({ period: Q2 })],
    ['việc của tôi', mine()],
    ["my unit's tasks", mine()],
    ['Em chào anh chị, cho em hỏi quý này đơn vị em có việc gì đến hạn không ạ', mine({ period: Q1 })],
    ['anh ơi tháng 3 mình phải nộp những gì nhỉ', mine({ period: month(3) })],
    ['quy nay viec cua to toi', mine({ period: Q1 })],
    ['6 tháng cuối năm đơn vị tôi làm gì', mine({ period: HALVES[1]! })],
    ['what is left for my department in Q2', mine({ period: Q2 })],
    ['do i have anything tomorrow', mine({ period: day('2025-02-21') })],
    ['what do we have this week', mine({ period: periodOf('week', context.today) })],
    ['công an phường tháng này có việc gì', question({ period: month(2), unitText: 'công an phường' })],
    ['viec thang nay cua cong an phuong', question({ period: month(2), unitText: 'cong an phuong' })],
    ['công an phường quý 3 phải làm gì', question({ period: Q3, unitText: 'công an phường' })],
    ['vp ubnd thang 3 co viec gi ko', question({ period: month(3), unitText: 'vp ubnd' })],
    ['mttq phường quý 1 có gì', question({ period: Q1, unitText: 'mttq phường' })],
    ['hội phụ nữ tháng tư nộp gì', question({ period: month(4), unitText: 'hội phụ nữ' })],
    ['police tasks this quarter', question({ period: Q1, unitText: 'police' })],
    [
      'báo cáo em danh sách công việc quý 3 cần hoàn thành của trạm y tế phường',
      question({ period: Q3, unitText: 'trạm y tế phường' }),
    ],
    ['Phòng Kế hoạch tài chính quý 3 có gì', question({ period: Q3, unitText: 'Phòng Kế hoạch tài chính' })],
    ['việc không ấn định ngày', question({ scope: 'undated' })],
    ['việc nào chưa có ngày cụ thể', question({ scope: 'undated' })],
    ['những việc không có thời hạn', question({ scope: 'undated' })],
    ['undated', question({ scope: 'undated' })],
    ['sắp đến hạn', question({ period: days('2025-03-22') })],
    ['có gì sắp đến hạn không các bác', question({ period: days('2025-03-22') })],
    ['việc sắp hết hạn', question({ period: days('2025-03-22') })],
    ['trong 15 ngày tới có gì đến hạn', question({ period: days('2025-03-07') })],
    ['bao giờ hạn nộp hồ sơ', question({ unitText: 'hồ sơ', about: ['nộp', 'hồ', 'sơ'] })],
    ['khi nào họp phiên thứ hai', question({ unitText: 'thứ hai', about: ['họp', 'phiên', 'thứ', 'hai'] })],
    ['bao giờ họp hội đồng', question({ about: ['họp', 'hội', 'đồng'] })],
    ['sáng kiến thì hạn bao giờ', question({ unitText: 'sáng kiến', about: ['sáng', 'kiến'] })],
    ['có phiên họp nào trong quý 3 không', question({ period: Q3 })],
    ['tháng 5 ntn', question({ period: month(5) })],
    ['t7 có gì', question({ period: month(7) })],
    ['thg 7 có việc gì', question({ period: month(7) })],
    ['việc nào trễ rồi', question({ scope: 'overdue' })],
    ['viec tre', question({ scope: 'overdue' })],
    ['việc trẻ em quý 2', question({ period: Q2, unitText: 'trẻ' })],
    ['việc của sở nội vụ tháng 3', question({ period: month(3), unitText: 'sở nội vụ' })],
    ['kế hoạch 14 còn việc gì', question({ planNumber: '14' })],
    ['đợt 2 hạn khi nào', question({})],
    ['bot ơi tuần này còn việc gì chưa xong nhé', question({ period: periodOf('week', context.today) })],
    ['giúp em với, tháng sau có những deadline nào', question({ period: month(3) })],
    ['cho mình xin danh sách việc quý II với ạ', question({ period: Q2 })],
    ['nhắc em lịch tháng 4 nhé', question({ period: month(4) })],
    ['còn gì phải làm trong tháng này không', question({ period: month(2) })],
    ['qúi 3 có j', question({ period: Q3 })],
    ['sáu tháng đầu năm có những nhiệm vụ gì', question({ period: HALVES[0]! })],
    ['hết quý này còn mấy việc', question({ period: until('2025-03-31') })],
    ['từ giờ đến cuối năm còn việc gì', question({ period: until('2025-12-31') })],
    ['có việc nào đến hạn trước 30/4 không', question({ period: until('2025-04-30') })],
    ['ngày mai có họp gì không', question({ period: day('2025-02-21') })],
    ['mai có gì đến hạn ko ad', question({ period: day('2025-02-21') })],
    ['quý trước còn tồn đọng gì', question({ period: periodOf('quarter', '2024-12-01') })],
    ['kế hoạch 357/KH-UBND quý 2 có gì', question({ period: Q2, planNumber: '357/KH-UBND' })],
    ['ke hoach so 14/kh-ubnd con viec gi', question({ planNumber: '14/KH-UBND' })],
    ['kế hoạch 02-KH/ĐU có gì', question({ planNumber: '02-KH/ĐU' })],
    ['anything due next week?', question({ period: NEXT_WEEK })],
    ['show me the deadlines for July', question({ period: month(7) })],
    ['tasks due by end of June', question({ period: until('2025-06-30') })],
    ['lịch quý 4 trang 2', question({ period: Q4, page: 2 })],
  ])('%s', (text, expected) => {
    expect(readQuestion(text, context)).toEqual(expected)
  })

  it.each<[string, DueQuestion]>([
    ['tháng 7', question({ period: month(7), asked: false })],
    ['còn tuần sau', question({ period: NEXT_WEEK, asked: false })],
    ['trang 2', question({ page: 2, asked: false })],
    ['page 2', question({ page: 2, asked: false })],
    ['kế hoạch 14/KH-UBND', question({ planNumber: '14/KH-UBND', asked: false })],
    ['kế hoạch 14/KH-UBND ngày 13/01/2025', question({ planNumber: '14/KH-UBND', asked: false })],
    [
      'Phòng Văn hóa - Xã hội tháng này',
      question({ period: month(2), unitText: 'Phòng Văn hóa - Xã hội', asked: false }),
    ],
    ['Tháng 3/2025 hội CCB', question({ period: month(3), unitText: 'hội CCB', asked: false })],
  ])('%s: without words of asking', (text, expected) => {
    expect(readQuestion(text, context)).toEqual(expected)
  })

  it.each(['hôm qua họp 15/3 vui quá mọi người ơi', 'chiều mai họp ở đâu vậy'])('%s: a period, and talk', (text) => {
    expect(readQuestion(text, context)).toMatchObject({ asked: false, chatter: true })
  })

  it.each([
    ['quý 5 có gì không', 'quý 5'],
    ['tháng 14 có việc gì', 'tháng 14'],
    ['việc ngày 31/02', 'ngày 31/02'],
  ])('%s: no period', (text, unknownPeriod) => {
    expect(readQuestion(text, context)).toEqual({ unknownPeriod })
  })

  it.each([
    ...[
      'cảm ơn nhé',
      'ok',
      'ok em',
      'chào bot',
      'dạ em cảm ơn ạ',
      'vâng ạ',
      'chúc mừng năm mới',
      'đã nhận',
      'hello',
      'thank you',
    ],
    ...[
      'chúc mừng sinh nhật chị Mai',
      'chị Hân ơi',
      'em nộp rồi ạ',
      'đã xong việc mục 7',
      'kính gửi quý anh chị',
      'bot là ai',
    ],
    ...[
      'bạn làm được gì',
      'trợ giúp',
      '3tt 5cn',
      'công an phường 3 tập thể 5 cá nhân',
      'không có',
      'không có gì',
      'không có việc gì đâu',
      'việc này em đang làm',
      'nộp rồi, sao còn quá hạn',
      'chắc 3 hoặc 4 gì đó',
      '',
    ],
  ])('%j asks nothing', (text) => {
    expect(readQuestion(text, context)).toBeUndefined()
  })
})

describe('questionLine', () => {
  it.each([
    [{ scope: 'period', period: Q2 }, 'quý 2/2025'],
    [{ scope: 'period', period: Q2, mine: true }, 'quý 2/2025 của đơn vị tôi'],
    [{ scope: 'period', unitName: 'Công an phường' }, 'việc "Công an phường"'],
    [{ scope: 'overdue', planNumber: '14/KH-UBND' }, 'việc quá hạn kế hoạch 14/KH-UBND'],
    [{ scope: 'undated' }, 'việc không ấn định ngày'],
  ] as const)('of %j is %s', (asked, line) => {
    expect(questionLine(asked)).toBe(line)
  })

  it('is read back to the same question on any day', () => {
    const period = fc.constantFrom(
      ...Q,
      ...HALVES,
      month(5),
      day('2025-03-15'),
      NEXT_WEEK,
      days('2025-03-02'),
      until('2025-04-15'),
    )
    const unitName = fc.constantFrom(
      'Công an phường',
      'Tổ công tác tháng 7',
      'Ban quý 3',
      'Hội người mù 2025',
      'Các CLB',
    )
    const asked = fc.record(
      {
        period,
        mine: fc.constant(true),
        unitName,
        planNumber: fc.constantFrom('14/KH-UBND', '02-KH/ĐU', '357/KH-HĐTĐKT', '7/2025/KH-UBND'),
      },
      { requiredKeys: [] },
    )
    const today = fc.constantFrom<IsoDate>('2025-02-20', '2026-12-31', '2024-02-29')
    fc.assert(
      fc.property(
        asked,
        fc.constantFrom<DueQuestion['scope']>('period', 'overdue', 'undated'),
        today,
        (known, scope, now) => {
          const read = readQuestion(questionLine({ ...known, scope }), { today: now, years: [2024] })
          expect(read).toMatchObject({ scope })
          const { period, planNumber, unitText, unit } = read as DueQuestion
          expect({ period, planNumber, unitName: unitText, mine: unit === 'mine' || undefined }).toEqual({
            period: known.period,
            planNumber: known.planNumber,
            unitName: known.unitName,
            mine: known.mine,
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('reads any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(() => readQuestion(text, context)).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })
})

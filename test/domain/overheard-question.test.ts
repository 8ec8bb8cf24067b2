import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import { asksFurther, asksWhatIsDue, withoutCalling } from '#domain/overheard-question.ts'
import { ASKED_OUTRIGHT, SMALL_TALK } from '../support/office-talk.ts'

const context = { today: '2025-02-20' as IsoDate, years: [2025] }

/** They ask like that, of something; whether that is a task of the council only its plans tell. */
const OF_SOMETHING = [
  'thẻ bảo hiểm đến hạn khi nào vậy anh',
  'tuần này có việc gì vui kể nghe',

  'tháng này còn việc gì vui không',
  'hạn nộp tiền ăn là khi nào?',
  'hạn nộp tiền quỹ công đoàn là hôm nào vậy chị',
]

describe('talk in a group that the bot merely hears', () => {
  it.each(SMALL_TALK.filter((text) => !OF_SOMETHING.includes(text)))('does not ask what is due: %s', (text) => {
    expect(asksWhatIsDue(withoutCalling(text), context)).toBe(false)
  })

  it.each(ASKED_OUTRIGHT)('asks outright what is due: %s', (text) => {
    expect(asksWhatIsDue(withoutCalling(text), context)).toBe(true)
  })

  it.each(['tháng 7 thì sao', 'thang 7 thi sao?', 'còn quý sau?', 'thế tuần sau thì sao ạ', 'what about next month'])(
    'asks on of another time: %s',
    (text) => expect(asksFurther(text, context)).toBe(true),
  )

  it.each([
    'quý sau',
    'còn quý sau',
    'mai thì sao',
    '15/3 thì sao',
    'tháng 7 đi Đà Nẵng thì sao',
    'tháng 7 không có gì',
    'thì sao',
  ])('does not ask on: %s', (text) => expect(asksFurther(text, context)).toBe(false))

  it('is long enough a table', () => {
    expect(SMALL_TALK.length).toBeGreaterThanOrEqual(60)
    expect(ASKED_OUTRIGHT.length).toBeGreaterThanOrEqual(40)
  })
})

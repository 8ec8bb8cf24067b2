import { describe, expect, it } from 'vitest'
import { answered, BUILT_IN, openFields, type Answers, type BuiltIn } from '#domain/announcements/built-in.ts'

describe('the fields of a notice', () => {
  it.each<[BuiltIn, Answers, string, Answers]>([
    ['meeting', {}, '8h sáng mai', { time: '8h sáng mai' }],
    ['meeting', { time: '8h' }, 'Phòng họp', { time: '8h', place: 'Phòng họp' }],
    ['meeting', {}, 'thoi gian: 8h30\nĐịa điểm: phòng 2', { time: '8h30', place: 'phòng 2' }],
    ['meeting', {}, '- Nội dung: xét khen thưởng\n  cuối năm', { agenda: 'xét khen thưởng\ncuối năm' }],
    ['meeting', { time: '8h' }, 'Thời gian: 9h', { time: '9h' }],
    ['meeting', {}, '8:30 ngày mai', { time: '8:30 ngày mai' }],
    ['meeting', { time: '8h' }, 'Tòa nhà A: tầng 2', { time: '8h', place: 'Tòa nhà A: tầng 2' }],
    ['papers', { content: 'x' }, '-', { content: 'x', deadline: '' }],
    ['papers', {}, 'deadline: 5/12', { deadline: '5/12' }],
    ['launch', {}, 'Phong trào: hiến máu\nĐối tượng: mọi đơn vị', { movement: 'hiến máu', scope: 'mọi đơn vị' }],
    ['launch', { movement: 'x' }, '   ', { movement: 'x' }],
  ])('of "%s" with %j take "%s"', (template, before, words, expected) => {
    expect(answered(template, before, words)).toEqual(expected)
  })

  it.each(Object.keys(BUILT_IN) as BuiltIn[])('of "%s" are all asked for once', (template) => {
    const asked: string[] = []
    let answers: Answers = {}
    for (let field = openFields(template, answers)[0]; field !== undefined; field = openFields(template, answers)[0]) {
      asked.push(field)
      answers = answered(template, answers, '-')
    }
    expect(asked).toEqual(BUILT_IN[template].map(({ name }) => name))
  })
})

import { describe, expect, it } from 'vitest'
import { readMention, shownName } from '#bot/zalo/bot/mention.ts'

describe('a mention of the bot whose name is known', () => {
  it.each([
    ['Bot Thử Nghiệm', '@Bot Thử Nghiệm quý này có gì?', 'quý này có gì?'],
    ['Bot Thử Nghiệm', '@Bot Thử Nghiệm: 2', '2'],
    ['Bot Thử Nghiệm', '@Bot Thử Nghiệm, Quý I có gì?', 'Quý I có gì?'],
    ['Bot Thử Nghiệm', '@Bot Thử Nghiệm', ''],
    ['Bot Thử Nghiệm', '  @bot thử nghiệm\u00a02.', '2.'],
    ['Bot Thử Nghiệm', '@Bot  Thử Nghiệm /viec', '/viec'],
    ['Bot Thi đua khen thưởng', '@Bot Thi đua khen thưởng Công an nộp 3 tập thể', 'Công an nộp 3 tập thể'],
    ['Bot HĐTĐKT P.5 (thử)', '@Bot HĐTĐKT P.5 (thử) -1', '-1'],
    ['Bot', '@Bot 3 tập thể 5 cá nhân', '3 tập thể 5 cá nhân'],
    ['Bot Thi đua', 'nhờ @Bot Thi đua, xem giúp', 'nhờ xem giúp'],
    ['Bot Thử Nghiệm', '@Bot Thử Nghiệm 2'.normalize('NFD'), '2'],
    ['Bot Thử Nghiệm'.normalize('NFD'), '@Bot Thử Nghiệm 2', '2'],
  ])('%s: %s', (name, text, rest) => {
    expect(readMention(text, [name])).toEqual({ text: rest, named: true })
  })

  it.each([
    ['the longer of two names that fit', ['Bot Thi đua', 'Bot Thi đua phường'], '@Bot Thi đua phường 2', '2'],
    ['whole words only', ['Bot Thi', 'Bot Thi đua'], '@Bot Thi đua 2', '2'],
  ])('takes %s', (_, names, text, rest) => {
    expect(readMention(text, names)).toEqual({ text: rest, named: true })
  })

  it.each(['2', '/viec', 'thư gửi bot@phuong.vn', 'Bot Thi đua ơi', '@Lan xem giúp', '@Botany 2'])(
    'is not in: %s',
    (text) => {
      expect(readMention(text, ['Bot Thi đua'])).toEqual({ text, named: false })
    },
  )
})

describe('a mention of the bot whose name is not known', () => {
  it.each([
    ['@Bot Thử Nghiệm quý này có gì?', 'quý này có gì?'],
    ['@Bot Phường 5 2', '5 2'],
    ['@Bot Đăng Ký: 2', '2'],
    ['@bot 2', '2'],
    ['@Bot', ''],
  ])('%s', (text, rest) => {
    expect(readMention(text, [])).toEqual({ text: rest, named: true })
  })
})

describe('the name that a text shows', () => {
  it.each([
    ['@Bot Thi đua khen thưởng /viec', 'Bot Thi đua khen thưởng'],
    ['@Bot Thử  Nghiệm: /đăngký', 'Bot Thử Nghiệm'],
    ['@Bot Trực 24/7 /viec', 'Bot Trực 24/7'],
    ['@Bot /viec', undefined],
    ['@Bot Thử Nghiệm quý này', undefined],
    ['@Lan Bot Thử /viec', undefined],
    ['@Bot Thi đua nộp 3/4 hồ sơ', undefined],
    [`@Bot ${'dài '.repeat(7)}quá là dài thật /viec`, undefined],
  ])('%s', (text, name) => {
    expect(shownName(text)).toBe(name)
  })
})

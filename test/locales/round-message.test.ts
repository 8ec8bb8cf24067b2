import { expect, it } from 'vitest'
import {
  countsMessage,
  deadlineMessage,
  limitsMessage,
  movementLabel,
  movementLabels,
  roundTitle,
} from '#locales/round-message.ts'
import { loadTranslators } from '#locales/translate.ts'

const { vi, en } = loadTranslators()

it.each([
  [{ collective: 3, individual: 5 }, '3 tập thể, 5 cá nhân', '3 collectives, 5 individuals'],
  [{ family: 2, collective: 1 }, '1 tập thể, 2 gia đình', '1 collective, 2 families'],
  [{ collective: 0, individual: 5 }, '0 tập thể, 5 cá nhân', '0 collectives, 5 individuals'],
  [{ collective: 0, individual: 0 }, 'không có', 'none'],
  [{}, 'chưa có số', 'no numbers yet'],
])('counts %j are "%s"', (counts, vietnamese, english) => {
  expect(vi(countsMessage(counts)).text).toBe(vietnamese)
  expect(en(countsMessage(counts)).text).toBe(english)
})

it.each([
  [{ collective: { max: 3, of: null }, individual: { max: 5, of: null } }, '3 tập thể, 5 cá nhân'],
  [{ collective: { max: 3, of: 4 } }, '3 (trong 4) tập thể'],
  [{ individual: { max: 0, of: null } }, '0 cá nhân'],
  [{}, 'không ấn định'],
])('quotas %j are "%s"', (limits, text) => {
  expect(vi(limitsMessage(limits)).text).toBe(text)
})

it('a deadline is the council’s hour and day', () => {
  const deadline = deadlineMessage(new Date('2025-12-05T17:30:00Z'), 'Asia/Ho_Chi_Minh')
  expect(vi(deadline).text).toBe('00:30 thứ Bảy 06/12/2025')
  expect(en(deadline).text).toBe('00:30 Saturday 06/12/2025')
})

it.each([
  ['Phong trào thi đua yêu nước', 'Thi đua yêu nước'],
  ['Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”', 'Toàn dân bảo vệ an ninh Tổ quốc'],
  ['Cuộc vận động "Toàn dân rèn luyện thân thể"', 'Toàn dân rèn luyện thân thể'],
  ['Phong trào thi đua « dạy tốt,  học tốt » năm 2025', 'Dạy tốt, học tốt'],
  ['Khen thưởng đột xuất', 'Khen thưởng đột xuất'],
  ['Phong trào', 'Phong trào'],
])('the movement %s is called %s', (name, label) => {
  expect(movementLabel(name)).toBe(label)
})

it('movements are told apart by short labels, by longer ones, by their whole names', () => {
  const blood = 'Phong trào “Hiến máu tình nguyện”'
  expect(movementLabels([blood, 'Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”'])).toEqual([
    'Hiến máu tình nguyện',
    'Toàn dân đoàn kết xây dựng…',
  ])
  expect(
    movementLabels(['Phong trào thi đua xây dựng cơ quan văn minh', 'Phong trào thi đua xây dựng cơ quan văn hóa']),
  ).toEqual(['Thi đua xây dựng cơ quan văn minh', 'Thi đua xây dựng cơ quan văn hóa'])
  expect(movementLabels([`${blood} năm 2024`, `${blood} năm 2025`])).toEqual([`${blood} năm 2024`, `${blood} năm 2025`])
})

it('a title that says what it is about is left alone', () => {
  expect(vi(roundTitle('Phong trào thi đua yêu nước 2025')).text).toBe(
    'Đề nghị khen thưởng: Phong trào thi đua yêu nước 2025',
  )
  expect(vi(roundTitle('Đề nghị khen thưởng năm 2025')).text).toBe('Đề nghị khen thưởng năm 2025')
})

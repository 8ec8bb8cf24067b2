import { describe, expect, it } from 'vitest'
import { said } from './said.ts'

describe('what a person must confirm', () => {
  it.each([
    ['khoảng 3 tập thể', '3/-/- ?'],
    ['3 tập thể?', '3/-/- ?'],
    ['chắc 3 tập thể', '3/-/- ?'],
    ['dự kiến 3 tập thể', '3/-/- ?'],
    ['tối đa 3 tập thể', '3/-/- ?'],
    ['không quá 3 tập thể', '3/-/- ?'],
    ['>3 tt', '3/-/- ?'],
    ['03/04 tập thể', '3/-/- ?'],
    ['vượt chỉ tiêu 2 cá nhân', '-/2/- ?'],
    ['3tt 5cn được chưa ạ?', '3/5/- ?'],
    ['có 3 tập thể không', '3/-/- ?'],
    ['xin 3tt đc ko', '3/-/- ?'],
    ['em gửi 3tt 5cn, anh xem thế nào ạ', '3/5/- ?'],
    ['5 tập thể, 3 đồng chí', '5/3/- ?'],
    ['2 đơn vị, 3 cá nhân', '2/3/- ?'],
    ['tt 3, 5 cn', '3/5/- ?'],
    ['gui sau ca nhan nhe', '-/6/- ?'],
    ['CA3tt5cn', '[CA] 3/5/- ?'],
    ['năm ngoái 3 tập thể', '3/-/- ?'],
    ['3tt nhầm không có', 'none ?'],
    ['tập thể ko, cn 5', '0/5/- ?'],
    ['hội ccb: ko', '[hội ccb] none ?'],
    ['chục cá nhân', '-/10/- ?'],
    ['ba tập thể tư cá nhân', '[tư cá nhân] 3/-/- ?'],
    ['5 đ/c cá nhân', '-/5/- ?'],
    ['2tt, 5 đồng chí cá nhân', '2/5/- ?'],
    ['cá nhân: 5 đ/c', '-/5/- ?'],
  ])('%j', (text, reading) => {
    expect(said(text)).toBe(reading)
  })
})

describe('numbers that cannot be told', () => {
  it.each([
    ['chắc 3 hoặc 4 gì đó', 'unclear: alternative 3 4'],
    ['3-4 tập thể', 'unclear: alternative 3 4'],
    ['3 - 4 tập thể', 'unclear: alternative 3 4'],
    ['3 đến 4 tập thể', 'unclear: alternative 3 4'],
    ['3 tập thể hoặc 4 tập thể', 'unclear: alternative 3 4'],
    ['hai ba cá nhân', 'unclear: alternative 2 3'],
    ['vài cá nhân', 'unclear: alternative'],
    ['một số tập thể', 'unclear: alternative'],
    ['5', 'unclear: no-category 5'],
    ['em gửi 5 ạ', 'unclear: no-category 5'],
    ['3 5', 'unclear: no-category 3 5'],
    ['3/5', 'unclear: no-category 3 5'],
    ['Công an phường: 5', 'unclear: no-category 5'],
    ['3 tt 5', 'unclear: no-category 3 5'],
    ['tt 3 5 cn', 'unclear: no-category 3 5'],
    ['tt, 3 cn, 5', 'unclear: no-category 3 5'],
    ['3. 5 cn', 'unclear: no-category 3 5'],
    ['TT/CN: 3', 'unclear: no-category 3'],
    ['cuối năm tập thể 3 cá nhân', 'unclear: no-category 3'],
    ['đợt 2 tập thể 3 cá nhân', 'unclear: no-category 2 3'],
    ['tổ 5 tập thể', 'unclear: not-a-number 5'],
    ['Tập thể\tCá nhân\n3\t5', 'unclear: no-category 3 5'],
    ['5 cá nhân, trong đó có 2 nữ', 'unclear: no-category 5 2'],
    ['3tt 4tt', 'unclear: conflict 3 4'],
    ['đổi 2tt thành 2cn', 'unclear: conflict 2 2'],
    ['năm ngoái 3 tập thể, năm nay 4 tập thể', 'unclear: conflict 3 4'],
    ['3tt cn 5', 'unclear: no-category 3 5'],
    ['3, à 4 tập thể', 'unclear: no-category 3 4'],
    ['tập thể không có 5 cá nhân', 'unclear: no-category 5'],
    ['mười mấy cá nhân', 'unclear: alternative'],
    ['1 tập thể xuất sắc, 2 tập thể tiên tiến', 'unclear: conflict 1 2'],
    ['-3 tập thể', 'unclear: not-a-number 3'],
    ['3.5 tập thể', 'unclear: not-a-number 3.5'],
    ['2,5 cn', 'unclear: not-a-number 2.5'],
    ['3½ tt', 'unclear: not-a-number 3'],
    ['3t 5cn', 'unclear: not-a-number 3 5'],
    ['1O tt', 'unclear: not-a-number 1'],
    ['1000 tập thể', 'unclear: too-large 1000'],
    ['1.200 cá nhân', 'unclear: too-large 1200'],
    ['mỗi loại 2', 'unclear: no-category 2'],
    ['moi loai 2 a', 'unclear: no-category 2'],
  ])('%j', (text, reading) => {
    expect(said(text)).toBe(reading)
  })
})

describe('what is no count', () => {
  it.each([
    'quý này có gì đến hạn', 'chỉ tiêu 3 tập thể là của ai', 'quý này nộp mấy tập thể', 'bao nhiêu cá nhân thì đủ', 'đơn vị nào chưa gửi',
    'họp ngày 3/5 lúc 14h', 'họp lúc 14h30 ngày 15/3/2025 tại phòng 5', '8h sáng mai họp', '3 giờ', 'số 14/KH-UBND', '0912 345 678',
    'liên hệ 0912345678 gặp chị Lan', '500 nghìn', '5 triệu', 'tập thể 500k, cá nhân 300k', 'thưởng tập thể 2 triệu, cá nhân 1 triệu',
    '15% cá nhân', 'không quá 15% cá nhân', 'phòng 5', 'khóa 3', 'tổ dân phố số 5', 'quý 3', 'đợt 2', 'năm 2025', 'năm nay', 'Mục 7', 'tháng tư',
    'thứ năm họp', 'tập thể 2 năm liền', 'họp 5 người', 'tôi có 3 con', 'đủ chỉ tiêu', 'như năm ngoái', 'gửi danh sách tập thể', 'cảm ơn anh', 'ok em',
    'vâng ạ', '👍', '', '   ', '...', '½ tt',
  ])('%j', (text) => {
    expect(said(text)).toBe('other')
    expect(said(text.normalize('NFD'))).toBe('other')
  }) // prettier-ignore
})

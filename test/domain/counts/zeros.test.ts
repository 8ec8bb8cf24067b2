import { describe, expect, it } from 'vitest'
import { said } from './said.ts'

describe('saying that there is nothing', () => {
  it.each([
    ['0', 'none'],
    ['em gửi 0 ạ', 'none'],
    ['không có', 'none'],
    ['không có ạ', 'none'],
    ['dạ ko có ạ', 'none'],
    ['k có', 'none'],
    ['khong co gi', 'none'],
    ['không đề nghị', 'none'],
    ['không có trường hợp nào', 'none'],
    ['đơn vị không có đề nghị', 'none'],
    ['đơn vị em không đề nghị khen thưởng', 'none'],
    ['không có đề nghị gì ạ, em cảm ơn', 'none'],
    ['đợt này bên em không có', 'none'],
    ['none', 'none'],
    ['nothing', 'none'],
    ['no nominations', 'none'],
    ['Y tế: 0', '[Y tế] none'],
    ['Hiến máu: không có', '[Hiến máu] none'],
    ['không', 'none ?'],
    ['ko', 'none ?'],
    ['no', 'none ?'],
    ['0tt 2cn', '0/2/-'],
    ['không có tập thể, 2 cá nhân', '0/2/-'],
    ['không tập thể, 2 cá nhân', '0/2/-'],
    ['2 tập thể không có cá nhân', '2/0/-'],
    ['3 tt 2 cn k có gđ', '3/2/0'],
    ['tập thể không có, cá nhân 2', '0/2/-'],
    ['tập thể: không, cá nhân: 2', '0/2/-'],
    ['không có cá nhân nào', '-/0/-'],
    ['không có tập thể, cá nhân nào', '0/0/-'],
    ['tập thể và cá nhân đều không có', '0/0/-'],
    ['no collectives, 2 individuals', '0/2/-'],
    ['chưa có', 'other'],
    ['đơn vị em chưa có', 'other'],
    ['chưa có tập thể, 2 cá nhân', '-/2/- ?'],
    ['em không có ý kiến', 'other'],
    ['không có gì đến hạn', 'other'],
    ['hôm nay không có ở nhà', 'other'],
    ['có tập thể không', 'other'],
    ['không biết', 'other'],
    ['không, 4 tập thể', 'unclear: conflict 4'],
    ['không có phong trào nào', 'none'],
    ['em không có phong trào nào ạ', 'none'],
    ['không tham gia', 'none ?'],
    ['đợt này không tham gia ạ', 'none ?'],
    ['em không gửi ạ', 'none ?'],
    ['An ninh không gửi', '[An ninh] none ?'],
    ['không gửi được', 'other'],
    ['không tham gia họp', 'other'],
    ['sao không gửi', 'other'],
  ])('%j', (text, reading) => {
    expect(said(text)).toBe(reading)
    expect(said(text.normalize('NFD'))).toBe(reading)
  })
})

describe('saying that there is nothing in the rest', () => {
  it.each([
    ['yêu nước 1tt 2cn, còn lại không có', '[yêu nước] 1/2/-, [còn lại] none'],
    ['yêu nước 1tt 2cn, các phong trào còn lại không có', '[yêu nước] 1/2/-, [các phong trào còn lại] none'],
    ['yêu nước 1tt 2cn\nCác phong trào còn lại: không có', '[yêu nước] 1/2/-, [Các phong trào còn lại] none'],
    ['yêu nước 1tt 2cn, không có ở các phong trào còn lại', '[yêu nước] 1/2/-, [các phong trào còn lại] none'],
    ['yêu nước 1tt 2cn\nkhông có phong trào nào khác', '[yêu nước] 1/2/-, [phong trào nào khác] none'],
    ['yeu nuoc 1tt 2cn, con lai khong co a', '[yeu nuoc] 1/2/-, [con lai] none'],
    ['yêu nước 1tt 2cn\nthe rest none', '[yêu nước] 1/2/-, [the rest] none'],
    ['yêu nước 1tt 2cn còn lại đều không có', '[yêu nước] 1/2/-, [còn lại] none'],
    ['yêu nước 1tt 2cn, 3 phong trào còn lại không có', '[yêu nước] 1/2/-, [3 phong trào còn lại] none'],
    ['yêu nước 1tt 2cn, còn lại: 0', '[yêu nước] 1/2/-, [còn lại] none'],
    ['yêu nước 1tt 2cn, còn lại ko', '[yêu nước] 1/2/-, [còn lại] none ?'],
    ['Yêu nước:\n1tt 2cn\ncòn lại không có', '[Yêu nước] 1/2/-, [còn lại] none'],
    ['Y tế: các phong trào còn lại không có', '[Y tế: các phong trào còn lại] none'],
    ['không có ở các phong trào còn lại', '[các phong trào còn lại] none'],
    ['1tt, còn lại không có cá nhân', '1/0/-'],
    ['yêu nước 1tt, còn lại 2cn', '[yêu nước] 1/2/-'],
  ])('%j', (text, reading) => {
    expect(said(text)).toBe(reading)
    expect(said(text.normalize('NFD'))).toBe(reading)
  })
})

describe('corrections', () => {
  it.each([
    ['sửa lại 4 cá nhân', '-/4/-'],
    ['sửa thành 4 cá nhân', '-/4/-'],
    ['em đính chính lại: 3tt, 4cn', '3/4/-'],
    ['chỉnh lại 3 tập thể', '3/-/-'],
    ['nhầm, 4 cá nhân ạ', '-/4/-'],
    ['à quên, 4cn mới đúng', '-/4/-'],
    ['3tt à nhầm 4tt', '4/-/-'],
    ['3tt 5cn nhầm 4cn', '3/4/-'],
    ['3 tập thể, à không, 4 tập thể', '4/-/-'],
    ['em gửi nhầm 3tt, 4tt ạ', '4/-/-'],
    ['không phải 3 tập thể mà là 4 tập thể', '4/-/-'],
    ['không phải 3 mà là 4 tập thể', '4/-/-'],
    ['3 tập thể chứ không phải 4 tập thể', '3/-/-'],
    ['4 cá nhân chứ không phải 3', '-/4/-'],
    ['từ 3 lên 4 tập thể', '4/-/-'],
    ['tập thể từ 3 lên 4', '4/-/-'],
    ['tăng từ 3 lên 4 tập thể', '4/-/-'],
    ['từ 3tt lên 4tt', '4/-/-'],
    ['cn tu 5 xuong 4', '-/4/-'],
    ['tăng lên 4 tập thể', '4/-/-'],
    ['giảm xuống 2 cá nhân', '-/2/-'],
    ['sửa 3tt thành 4tt', '4/-/-'],
    ['3 → 4 tập thể', '4/-/-'],
    ['không phải 3 tập thể', 'unclear: conflict 3'],
    ['3 cá nhân à 4 cá nhân', 'unclear: conflict 3 4'],
    ['thêm 1 cá nhân', 'unclear: relative 1'],
    ['bot 1 tap the', 'unclear: relative 1'],
    ['+1 cn', 'unclear: relative 1'],
    ['tăng 1 tập thể', 'unclear: relative 1'],
    ['giảm 2 cá nhân', 'unclear: relative 2'],
    ['1 cá nhân nữa', 'unclear: relative 1'],
  ])('%j', (text, reading) => {
    expect(said(text)).toBe(reading)
  })
})

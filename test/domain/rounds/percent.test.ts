import { describe, expect, it } from 'vitest'
import type { QuotaCategory } from '#domain/plan.ts'
import { readPercents, shareOf } from '#domain/rounds/percent.ts'

type Read = [percent: number, categories: QuotaCategory[], base: string]

describe('a share in words', () => {
  it.each<[wording: string, ...shares: Read[]]>([
    [
      'không quá 15% tổng số cá nhân được công nhận “Chiến sĩ thi đua cơ sở”',
      [15, ['individual'], 'tổng số cá nhân được công nhận “Chiến sĩ thi đua cơ sở”'],
    ],
    ['tối đa 20 % số tập thể', [20, ['collective'], 'số tập thể']],
    ['không vượt quá 15 phần trăm', [15, [], '']],
    ['khong qua 15% tong so ca nhan', [15, ['individual'], 'tong so ca nhan']],
    [
      'không quá 7,5% tổng số cán bộ, công chức, viên chức.',
      [7.5, ['individual'], 'tổng số cán bộ, công chức, viên chức'],
    ],
    ['(không quá 15% trên tổng số lao động)', [15, ['individual'], 'tổng số lao động']],
    ['≤ 20% biên chế được giao', [20, [], 'biên chế được giao']],
    ['Gia đình văn hóa tiêu biểu: tối đa 10% số hộ trên địa bàn', [10, ['family'], 'số hộ trên địa bàn']],
    ['nộp hồ sơ đúng hạn, không quá 15%', [15, [], '']],
    ['không quá 15% tổng số tập thể, cá nhân', [15, ['collective', 'individual'], 'tổng số tập thể, cá nhân']],
    ['Tập thể lao động xuất sắc không quá 20% tổng số đơn vị', [20, ['collective'], 'tổng số đơn vị']],
    ['Mỗi tập thể đề nghị không quá 15% số cá nhân', [15, ['individual'], 'số cá nhân']],
    ['tập thể không quá 15%, cá nhân không quá 20%', [15, ['collective'], ''], [20, ['individual'], '']],
    [
      'không quá 15% tổng số tập thể và không quá 20% tổng số cá nhân',
      [15, ['collective'], 'tổng số tập thể'],
      [20, ['individual'], 'tổng số cá nhân'],
    ],
    ['15% đối với tập thể và 20% đối với cá nhân', [15, ['collective'], ''], [20, ['individual'], '']],
    [
      'Tập thể: không quá 15% số phòng, ban; cá nhân: không quá 20% số lao động; hộ gia đình: 5%',
      [15, ['collective'], 'số phòng, ban'],
      [20, ['individual'], 'số lao động'],
      [5, ['family'], ''],
    ],
    ['phấn đấu 100% đơn vị tham gia; không quá 15% số cá nhân', [15, ['individual'], 'số cá nhân']],
    ['không quá 15% số cá nhân, trong đó ít nhất 50% là người lao động', [15, ['individual'], 'số cá nhân']],
    ['từ 80% cá nhân trở lên đạt, khen 10 cá nhân, tối đa 5% số cá nhân', [5, ['individual'], 'số cá nhân']],
    ['từ 5% đến 15% số cá nhân', [15, ['individual'], 'số cá nhân']],
    ['10 tập thể, 20 cá nhân'],
    ['theo đề xuất của Ban chỉ đạo'],
    [''],
  ])('%s', (wording, ...shares) => {
    expect(readPercents(wording)).toEqual(shares.map(([percent, categories, base]) => ({ percent, categories, base })))
  })
})

describe('a share of a number', () => {
  it.each([
    [40, 15, 6],
    [39, 15, 5],
    [40, 7.5, 3],
    [2000, 4.35, 87],
    [100, 0.57, 0],
    [10_000, 0.57, 57],
    [0, 15, 0],
    [7, 100, 7],
  ])('of %i: %f percent is %i', (base, percent, share) => {
    expect(shareOf(base, percent)).toBe(share)
  })
})

import { describe, expect, it } from 'vitest'
import { readCorrection, rowParts } from '#domain/plan-correction.ts'

const set = (place: string, field: string, value: string) => ({ kind: 'set', place, field, value })

describe('a typed correction', () => {
  it.each([
    ['mục 7: trước ngày 20/3/2025', set('mục 7', 'deadline', 'trước ngày 20/3/2025')],
    ['muc 7: truoc ngay 20/3/2025', set('muc 7', 'deadline', 'truoc ngay 20/3/2025')],
    ['mục 7 trước ngày 20/3/2025', set('mục 7', 'deadline', 'trước ngày 20/3/2025')],
    ['mục 7 thời hạn: Quý III', set('mục 7', 'deadline', 'Quý III')],
    ['7: tháng 6', set('7', 'deadline', 'tháng 6')],
    ['PL1 mục 7 đơn vị: Công an phường', set('PL1 mục 7', 'lead', 'Công an phường')],
    ['mục I.2 phối hợp: A; B', set('mục I.2', 'support', 'A; B')],
    ['mục 7 nội dung: Họp: xét khen thưởng', set('mục 7', 'title', 'Họp: xét khen thưởng')],
    ['mục 7: Hoàn thành: trước 05/3', set('mục 7', 'deadline', 'Hoàn thành: trước 05/3')],
    ['PL1 việc thứ 6: quý III', set('PL1 việc thứ 6', 'deadline', 'quý III')],
    ['PL1 Quý III mục 2: 20/9', set('PL1 Quý III mục 2', 'deadline', '20/9')],
    ['PL1 mục 7 (lần 2): 20/9', set('PL1 mục 7 (lần 2)', 'deadline', '20/9')],
    ['mục 7 lead: Police', set('mục 7', 'lead', 'Police')],
    ['mục 7 bỏ', { kind: 'remove', place: 'mục 7' }],
    ['mục 7: bỏ', { kind: 'remove', place: 'mục 7' }],
    ['việc thứ 6 xóa', { kind: 'remove', place: 'việc thứ 6' }],
    ['thêm: Hội nghị; Y tế phường; 20/10', { kind: 'add', appendix: '', row: 'Hội nghị; Y tế phường; 20/10' }],
    ['thêm PL2: Hội nghị', { kind: 'add', appendix: 'pl2', row: 'Hội nghị' }],
    ['add: Conference', { kind: 'add', appendix: '', row: 'Conference' }],
  ])('%s', (line, correction) => {
    expect(readCorrection(line)).toEqual(correction)
  })

  it.each(['hôm nay trời đẹp', 'mục 7', 'mục 7:', 'mục 7 đơn vị:', 'thêm:', 'bỏ', ''])('is not “%s”', (line) => {
    expect(readCorrection(line)).toBeUndefined()
  })
})

describe('a new row', () => {
  it.each([
    ['Hội nghị; Y tế phường; 20/10', { title: 'Hội nghị', lead: 'Y tế phường', deadline: '20/10' }],
    ['Hội nghị', { title: 'Hội nghị', lead: null, deadline: '' }],
    [
      'Hội nghị;; dự thảo trước 05/3; trình trước 20/3',
      { title: 'Hội nghị', lead: null, deadline: 'dự thảo trước 05/3; trình trước 20/3' },
    ],
  ])('%s', (row, parts) => {
    expect(rowParts(row)).toEqual(parts)
  })

  it('needs its content', () => {
    expect(rowParts('; Y tế phường; 20/10')).toBeUndefined()
  })
})

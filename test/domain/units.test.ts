import { describe, expect, it } from 'vitest'
import { matchUnits, unitConcerned, type NamedUnit } from '#domain/units.ts'

const unit = (name: string, more: Partial<NamedUnit> = {}): NamedUnit => ({
  id: name,
  name,
  aliases: [],
  bodies: [],
  ...more,
})

const MASS = unit('UB. MTTQ; Hội CCB; Hội LHPN; ĐTN phường', {
  bodies: ['UB. MTTQ', 'Hội CCB', 'Hội LHPN', 'ĐTN phường'],
})
const UNITS = [
  unit('UBND phường và Văn phòng Đảng ủy', { bodies: ['UBND phường', 'Văn phòng Đảng ủy'] }),
  MASS,
  unit('Công an phường'),
  unit('Ban Chỉ huy Quân sự phường'),
  unit('Ban DSGĐTE'),
  unit('Trạm Y tế phường'),
  unit('Tổ quản lý chợ', { aliases: ['Chợ Đầu mối'] }),
  unit('Khối giáo dục'),
  unit('Các CLB phường'),
  unit('Văn phòng UBND phường'),
  unit('Phòng Văn hóa - Xã hội'),
  unit('Hội Nông dân phường'),
  unit('Tổ dân phố số 1'),
  unit('Tổ dân phố số 2'),
  unit('Tổ dân phố số 12'),
]

describe('matchUnits', () => {
  it.each([
    ['Công an phường', 'Công an phường'],
    ['cong an phuong', 'Công an phường'],
    ['CA phường', 'Công an phường'],
    ['ca p', 'Công an phường'],
    ['CAP', 'Công an phường'],
    ['công an', 'Công an phường'],
    ['bên công an phường mình', 'Công an phường'],
    ['quân sự', 'Ban Chỉ huy Quân sự phường'],
    ['BCHQS', 'Ban Chỉ huy Quân sự phường'],
    ['y tế', 'Trạm Y tế phường'],
    ['trạm y tế phường', 'Trạm Y tế phường'],
    ['MTTQ', MASS.name],
    ['mặt trận tổ quốc', MASS.name],
    ['mặt trận', MASS.name],
    ['hội phụ nữ', MASS.name],
    ['Hội Liên hiệp Phụ nữ phường', MASS.name],
    ['hoi cuu chien binh', MASS.name],
    ['đoàn thanh niên', MASS.name],
    ['vp ubnd', 'Văn phòng UBND phường'],
    ['VP UBND phường', 'Văn phòng UBND phường'],
    ['văn phòng ủy ban nhân dân phường', 'Văn phòng UBND phường'],
    ['văn phòng đảng ủy', 'UBND phường và Văn phòng Đảng ủy'],
    ['UBND phường', 'UBND phường và Văn phòng Đảng ủy'],
    ['vhxh', 'Phòng Văn hóa - Xã hội'],
    ['văn hóa xã hội', 'Phòng Văn hóa - Xã hội'],
    ['van hoa va xa hoi', 'Phòng Văn hóa - Xã hội'],
    ['chợ', 'Tổ quản lý chợ'],
    ['cho dau moi', 'Tổ quản lý chợ'],
    ['hội nông dân', 'Hội Nông dân phường'],
    ['dân số gia đình trẻ em', 'Ban DSGĐTE'],
    ['BCH quân sự', 'Ban Chỉ huy Quân sự phường'],
    ['PVHXH', 'Phòng Văn hóa - Xã hội'],
    ['police', 'Công an phường'],
    ['tổ dân phố số 1', 'Tổ dân phố số 1'],
    ['tdp số 12', 'Tổ dân phố số 12'],
  ])('%s is %s', (text, name) => {
    expect(matchUnits(text, UNITS).map((found) => found.name)).toEqual([name])
  })

  it.each([
    ['tổ dân phố', ['Tổ dân phố số 1', 'Tổ dân phố số 2', 'Tổ dân phố số 12']],
    ['văn phòng', ['UBND phường và Văn phòng Đảng ủy', 'Văn phòng UBND phường']],
  ])('%s may be several', (text, names) => {
    expect(matchUnits(text, UNITS).map((found) => found.name)).toEqual(names)
  })

  it.each(['cá', 'ăn', 'hội đồng', 'hội đồng phường', '', '???', 'hồ sơ', 'thuế', 'vui quá mọi người', 'họp 15/3'])(
    '%j is none',
    (text) => {
      expect(matchUnits(text, UNITS)).toEqual([])
    },
  )

  it('takes the name with the same marks first', () => {
    expect(matchUnits('Hội Cựu', [unit('Hội Cứu'), unit('Hội Cựu')]).map(({ name }) => name)).toEqual(['Hội Cựu'])
  })
})

describe('unitConcerned', () => {
  const police = unit('Công an phường', { aliases: ['CAP'] })
  it.each<[NamedUnit, string | null, string | null, 'lead' | 'support' | undefined]>([
    [police, 'Công an phường', null, 'lead'],
    [police, 'Văn phòng UBND phường', 'Công an phường; Quân sự phường', 'support'],
    [police, 'Công an', null, 'lead'],
    [police, 'CA phường, Quân sự phường', null, 'lead'],
    [police, 'Văn phòng UBND và Công an phường', null, 'lead'],
    [police, 'Văn phòng UBND\nCông an phường', null, 'lead'],
    [police, 'Văn phòng UBND', 'Các đơn vị', 'support'],
    [police, 'Các phòng, ban', null, 'lead'],
    [police, 'Tất cả các đơn vị', null, 'lead'],
    [police, 'Các bộ phận chuyên môn', null, 'lead'],
    [police, 'Các ngành, đơn vị liên quan', null, 'lead'],
    [police, 'Các CLB phường', 'Các cụm thi đua', undefined],
    [police, 'Các ban chỉ đạo', null, undefined],
    [police, null, null, undefined],
    [police, 'Công chức Tài chính - Kế toán', 'Văn phòng UBND', undefined],
    [unit('UBND phường'), 'Văn phòng UBND phường', null, undefined],
    [unit('Văn phòng UBND phường'), 'UBND phường', null, undefined],
    [unit('Văn phòng UBND phường'), 'VP UBND', null, 'lead'],
    [unit('Sở Nội vụ'), 'Sở Nội vụ (Ban TĐKT Thành phố)', null, 'lead'],
    [unit('Ban Thi đua - Khen thưởng'), 'Sở Nội vụ (Ban TĐKT Thành phố)', null, 'lead'],
    [unit('Sở Giáo dục và Đào tạo'), 'Sở Giáo dục và Đào tạo; Các quận, huyện', null, 'lead'],
    [unit('Sở Giáo dục và Đào tạo'), 'Sở GD&ĐT', null, 'lead'],
    [unit('Y tế phường'), 'Trạm Y tế', null, 'lead'],
    [MASS, null, 'Hội Cựu chiến binh, Hội LHPN phường', 'support'],
    [unit('Quân sự phường'), 'Ban Chỉ huy Quân sự', null, 'lead'],
  ])('%j in lead %j, support %j: %s', (one, lead, support, concerned) => {
    expect(unitConcerned(one, lead, support)).toBe(concerned)
  })
})

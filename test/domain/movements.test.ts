import { describe, expect, it } from 'vitest'
import { isNameOfMovement, matchMovements, movementsOf } from '#domain/movements.ts'
import type { DraftQuota } from '#domain/plan.ts'

const YEU_NUOC = 'Phong trào thi đua yêu nước'
const AN_NINH = 'Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”'
const VAN_HOA = 'Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”'
const HIEN_MAU = 'Hiến máu tình nguyện'
const ALL = [YEU_NUOC, AN_NINH, VAN_HOA, HIEN_MAU].map((name) => ({ name }))

const row = (given: Partial<DraftQuota>): DraftQuota => ({
  appendix: 'Phụ lục 2',
  movement: YEU_NUOC,
  unit: null,
  collective: null,
  individual: null,
  family: null,
  basis: 'quota',
  wording: '',
  ...given,
})
const max = (count: number, of: number | null = null) => ({ max: count, of })

describe('the movements of a plan', () => {
  it('hold each unit once, with the sum of their numbers', () => {
    const [movement] = movementsOf([
      row({ unit: 'Công an phường', collective: max(3), individual: max(5), wording: '1 | Công an phường | 03 | 05' }),
      row({ unit: 'Hội CCB; Hội LHPN', collective: max(1, 2), wording: '2 | Hội CCB; Hội LHPN | 01/02' }),
      row({ unit: 'Công an  phường', individual: max(1), movement: 'PHONG TRÀO THI ĐUA YÊU NƯỚC' }),
    ])
    expect(movement).toEqual({
      name: YEU_NUOC,
      appendices: ['Phụ lục 2'],
      basis: 'quota',
      wording: '',
      total: undefined,
      units: [
        { unit: 'Công an phường', limits: { collective: max(3), individual: max(6) }, basis: 'quota', wording: '' },
        { unit: 'Hội CCB; Hội LHPN', limits: { collective: max(1, 2) }, basis: 'quota', wording: '' },
      ],
      sums: { collective: max(4), individual: max(6) },
    })
  })

  it('tell a total, a share and a proposal apart, with the words of the plan', () => {
    const movements = movementsOf([
      row({ movement: AN_NINH, collective: max(10), wording: '10 tập thể' }),
      row({ movement: VAN_HOA, basis: 'by-proposal', wording: 'Theo đề xuất của Ban chỉ đạo' }),
      row({ movement: HIEN_MAU, individual: max(15), basis: 'percent', wording: 'không quá 15% tổng số cá nhân' }),
    ])
    expect(movements.map(({ basis, total, wording }) => ({ basis, total, wording }))).toEqual([
      { basis: 'quota', total: { collective: max(10) }, wording: '10 tập thể' },
      { basis: 'by-proposal', total: undefined, wording: 'Theo đề xuất của Ban chỉ đạo' },
      { basis: 'percent', total: { individual: max(15) }, wording: 'không quá 15% tổng số cá nhân' },
    ])
  })

  it('never add percentages to numbers', () => {
    const [movement] = movementsOf([
      row({ unit: 'A', individual: max(15), basis: 'percent', wording: '1 | A | không quá 15%' }),
      row({ unit: 'B', individual: max(2), wording: '2 | B | 02' }),
      row({ collective: max(3), wording: '3 tập thể' }),
      row({ individual: max(20), basis: 'percent', wording: 'cá nhân: 20%' }),
    ])
    expect(movement).toMatchObject({ basis: 'quota', total: { collective: max(3) }, sums: { individual: max(2) } })
    expect(movement!.total).not.toHaveProperty('individual')
    expect(movement!.wording).toBe('3 tập thể; cá nhân: 20%')
    expect(movement!.units[0]!.wording).toBe('không quá 15%')
  })

  it('tell apart 0 and no quota', () => {
    const [movement] = movementsOf([row({ unit: 'A', collective: max(0) })])
    expect(movement!.units[0]!.limits).toEqual({ collective: max(0) })
  })
})

describe('a movement named in chat', () => {
  it.each([
    ['Phong trào thi đua yêu nước', [YEU_NUOC]],
    ['yêu nước', [YEU_NUOC]],
    ['yeu nuoc', [YEU_NUOC]],
    ['phong trao yeu nuoc 2025', [YEU_NUOC]],
    ['TDYN', [YEU_NUOC]],
    ['an ninh tổ quốc', [AN_NINH]],
    ['ANTQ', [AN_NINH]],
    ['an ninh TQ', [AN_NINH]],
    ['toan dan bao ve an ninh to quoc', [AN_NINH]],
    ['bảo vệ an ninh', [AN_NINH]],
    ['doi song van hoa', [VAN_HOA]],
    ['ĐSVH', [VAN_HOA]],
    ['hien mau', [HIEN_MAU]],
    ['hmtn', [HIEN_MAU]],
    ['yêu nước công an phường 3 tập thể 5 cá nhân', [YEU_NUOC]],
    ['phong trào', []],
    ['thi đua', []],
    ['toàn dân', []],
    ['về', []],
    ['', []],
    ['3 tập thể 5 cá nhân', []],
    ['công an phường', []],
    ['quân sự', []],
  ])('"%s"', (text, expected) => {
    expect(matchMovements(text, ALL).map(({ name }) => name)).toEqual(expected)
  })

  it('is asked back where several are equally good, and found by its exact name where one begins the other', () => {
    const names = ['Thi đua yêu nước', 'Thi đua yêu nước ngành giáo dục', 'Thi đua yêu nước ngành y tế']
    const movements = names.map((name) => ({ name }))
    expect(matchMovements('ngành', movements).map(({ name }) => name)).toEqual(names.slice(1))
    expect(matchMovements('thi đua yêu nước', movements).map(({ name }) => name)).toEqual([names[0]])
    expect(matchMovements('yêu nước', movements).map(({ name }) => name)).toEqual([names[0]])
    expect(matchMovements('yêu nước giáo dục', movements).map(({ name }) => name)).toEqual([names[1]])
  })

  it('has a name of generic words only where that is its exact name', () => {
    const movements = [{ name: 'Phong trào thi đua' }, { name: 'Phong trào thi đua yêu nước' }]
    expect(matchMovements('phong trào thi đua', movements)).toEqual([movements[0]])
    expect(matchMovements('thi đua', movements)).toEqual([])
  })

  it.each([
    ['phong trào yêu nước', true],
    ['thi đua', false],
    ['nước yêu', false],
    ['công an phường yêu nước', false],
  ])('"%s" says nothing else: %s', (text, expected) => {
    expect(isNameOfMovement(text, YEU_NUOC)).toBe(expected)
  })
})

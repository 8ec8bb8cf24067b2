import { describe, expect, it } from 'vitest'
import type { UnitId } from '#domain/ids.ts'
import { movementsOf } from '#domain/movements.ts'
import type { DraftQuota } from '#domain/plan.ts'
import { namedMovement, planMovement } from '#domain/rounds/plan-round.ts'

const unit = (name: string) => ({ id: name as UnitId, name, aliases: [] as string[], bodies: [] as string[] })
const UNITS = ['Văn phòng UBND', 'Công an phường', 'Trạm Y tế phường'].map(unit)

const row = (more: Partial<DraftQuota>): DraftQuota => ({
  appendix: 'Phụ lục 2',
  movement: 'Phong trào thi đua yêu nước',
  unit: null,
  collective: null,
  individual: null,
  family: null,
  basis: 'quota',
  wording: '',
  ...more,
})
const limit = (max: number) => ({ max, of: null })
const plan = (rows: DraftQuota[], units = UNITS) => {
  const named = [...new Set(rows.flatMap((one) => one.unit ?? []))]
  return movementsOf(rows).map((movement) => planMovement(movement, named, units))
}

describe('who is asked in a movement', () => {
  it('are the units of its table, each for its own quota; a row without numbers has an empty one', () => {
    const [only] = plan([
      row({ unit: 'Văn phòng UBND', collective: limit(1) }),
      row({ unit: 'Công an phường', collective: limit(3), individual: limit(5) }),
      row({ unit: 'Trạm Y tế phường' }),
    ])
    expect(only!.movement.asked).toEqual([
      { unitId: 'Văn phòng UBND', limits: { collective: limit(1) } },
      { unitId: 'Công an phường', limits: { collective: limit(3), individual: limit(5) } },
      { unitId: 'Trạm Y tế phường', limits: {} },
    ])
    expect(only!.read).toEqual([])
  })

  it('are all units of the plan where the movement has only a total, without numbers of their own', () => {
    const [, total] = plan([
      row({ unit: 'Công an phường', collective: limit(3) }),
      row({ movement: 'Hiến máu', collective: limit(2), wording: '02 tập thể' }),
    ])
    expect(total!.movement).toMatchObject({
      basis: 'quota',
      wording: '02 tập thể',
      total: { collective: limit(2) },
      asked: [{ unitId: 'Công an phường', limits: undefined }],
    })
  })

  it('are all units of the council where the plan names none, or the movement is in no plan', () => {
    const [proposal] = plan([row({ basis: 'by-proposal', wording: 'theo đề xuất' })])
    const everybody = UNITS.map(({ id }) => ({ unitId: id, limits: undefined }))
    expect(proposal!.movement).toMatchObject({ basis: 'by-proposal', total: undefined, asked: everybody })
    expect(namedMovement('Dạy con ngoan', UNITS)).toMatchObject({ name: 'Dạy con ngoan', asked: everybody })
  })

  it('keeps percentages of a table as they are', () => {
    const [percent] = plan([row({ unit: 'Công an phường', basis: 'percent', individual: limit(15) })])
    expect(percent!.movement).toMatchObject({
      basis: 'percent',
      asked: [{ unitId: 'Công an phường', limits: { individual: limit(15) } }],
    })
  })
})

describe('a row of the table', () => {
  it('finds its unit by another spelling of the name, which is told', () => {
    const [only] = plan([row({ unit: 'Y tế phường', individual: limit(2) })])
    expect(only!.movement.asked).toEqual([{ unitId: 'Trạm Y tế phường', limits: { individual: limit(2) } }])
    expect(only!.read).toEqual([{ row: 'Y tế phường', unit: 'Trạm Y tế phường' }])
  })

  it('that no unit answers to, or several, is told and asks nobody', () => {
    const schools = [unit('Trường Mầm non 1'), unit('Trường Mầm non 2')]
    const [only] = plan([row({ unit: 'Trường Mầm non', individual: limit(2) })], schools)
    expect(only!.movement.asked).toEqual([])
    expect(only!.read).toEqual([{ row: 'Trường Mầm non', unit: undefined }])
  })

  it('adds its numbers to those of another row of the same unit', () => {
    const rows = [
      row({ unit: 'Trạm Y tế phường', individual: limit(2) }),
      row({ unit: 'Y tế phường', individual: limit(1), collective: { max: 1, of: 2 } }),
    ]
    expect(plan(rows)[0]!.movement.asked).toEqual([
      { unitId: 'Trạm Y tế phường', limits: { individual: limit(3), collective: { max: 1, of: 2 } } },
    ])
  })
})

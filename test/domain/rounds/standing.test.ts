import { describe, expect, it } from 'vitest'
import { standing } from '#domain/rounds/standing.ts'
import { settle } from '#domain/rounds/totals.ts'
import { aRound, counts, entryOf, limits, rule, tell, tellAll, type MovementOf } from './a-round.ts'

const movementOf = (round: Parameters<typeof standing>[0], index = 0) => standing(round).movements[index]!
const stateOf = (round: Parameters<typeof standing>[0], unit: string) =>
  standing(round).units.find(({ unit: { name } }) => name === unit)?.state

describe('a unit against its quota', () => {
  it.each<[unit: string, quota: string, said: string, state: string, granted: string, over: string, missing: string[]]>(
    [
      ['Công an phường', '3/5', '3tt 5cn', 'in', '3tt 5cn', '', []],
      ['Công an phường', '3/5', '', 'missing', '', '', ['collective', 'individual']],
      ['Công an phường', '3/5', '2tt', 'partly', '2tt', '', ['individual']],
      ['Công an phường', '3/5', '0tt 0cn', 'in', '0tt 0cn', '', []],
      ['Y tế phường', '1/1', '1tt 2cn', 'over', '1tt 1cn', '1cn', []],
      ['Y tế phường', '1/1', '4cn', 'over', '1cn', '3cn', ['collective']],
      ['Mặt trận', '3:4/5', '3tt 5cn', 'in', '3tt 5cn', '', []],
      ['Mặt trận', '3:4/5', '4tt 5cn', 'over', '3tt 5cn', '1tt', []],
      ['Ban Dân số', '-/3', '3cn', 'in', '3cn', '', []],
      ['Ban Dân số', '-/3', '1tt 3cn', 'over', '0tt 3cn', '1tt', []],
      ['Ban Dân số', '-/3', '0tt 3cn', 'in', '0tt 3cn', '', []],
      ['Hội Phụ nữ', '1/2/-', '1tt 2cn 1gd', 'over', '1tt 2cn 0gd', '1gd', []],
      ['Trường học', '0/2', '0tt', 'partly', '0tt', '', ['individual']],
    ],
  )('%s with %s says "%s": %s', (unit, quota, said, state, granted, over, missing) => {
    const asked = aRound({ Yêu_nước: { units: { [unit]: quota } } })
    const round = said ? tell(asked, { unit, said }).round : asked

    expect(entryOf(round, unit)).toMatchObject({ state, missing, limits: limits(quota), accepted: {} })
    expect(entryOf(round, unit).granted).toEqual(counts(granted))
    expect(entryOf(round, unit).over).toEqual(counts(over))
  })

  it.each<[what: string, movement: Omit<MovementOf, 'units'>, unit: string | undefined, asked: string[]]>([
    ['its own quota', { total: limits('9/9/9') }, '-/3', ['individual']],
    ["the council's total", { total: limits('10/-/4') }, undefined, ['collective', 'family']],
    ['nothing known', { basis: 'by-proposal' }, undefined, ['collective', 'individual']],
    ['a percentage', { basis: 'percent', wording: 'không quá 15% số hộ' }, undefined, ['family']],
    ['a percentage of whoever it is', { basis: 'percent', wording: 'tối đa 15%' }, undefined, ['individual']],
  ])('is asked by %s', (_, movement, row, asked) => {
    const round = aRound({ Phong_trào: { ...movement, units: { 'Y tế': row } } })

    expect(entryOf(round, 'Y tế').asked).toEqual(asked)
  })

  it('is taken as it is where a movement goes by proposal', () => {
    const round = tell(aRound({ 'Đời sống văn hóa': { basis: 'by-proposal', units: { 'Mặt trận': undefined } } }), {
      unit: 'Mặt trận',
      said: '40tt 90cn',
    }).round

    expect(entryOf(round, 'Mặt trận')).toMatchObject({ state: 'in', limits: undefined, over: {}, needsBase: false })
    expect(movementOf(round)).toMatchObject({ limits: undefined, granted: counts('40tt 90cn'), beyondTotal: {} })
  })

  it('waits again where its quota turns out to be lower than what it said', () => {
    const said = tell(aRound({ Phong_trào: { units: { 'Y tế': '3/3' } } }), { unit: 'Y tế', said: '3tt 3cn' }).round
    const round = { ...said, asked: said.asked.map((one) => ({ ...one, limits: limits('3/2') })) }

    expect(entryOf(round, 'Y tế')).toMatchObject({ state: 'over', over: counts('1cn'), accepted: {} })
  })
})

describe('a percentage', () => {
  const wording = 'Không quá 15% tổng số cá nhân được công nhận “Chiến sĩ thi đua cơ sở”'
  const percent = (base: number | undefined, said: string, words = wording) =>
    tell(aRound({ Phong_trào: { basis: 'percent', wording: words, units: { 'Trường học': { base } } } }), {
      unit: 'Trường học',
      said,
    }).round

  it.each<[base: number, words: string, said: string, max: string, over: string]>([
    [40, wording, '6cn', '-/6', ''],
    [40, wording, '7cn', '-/6', '1cn'],
    [39, wording, '6cn', '-/5', '1cn'],
    [40, 'tối đa 7,5% số cá nhân', '3cn', '-/3', ''],
    [3, wording, '1cn', '-/0', '1cn'],
    [40, wording, '6cn 1tt', '-/6', '1tt'],
    [20, 'không quá 10% tổng số tập thể, cá nhân', '2tt 3cn', '2/2', '1cn'],
  ])('of %i by "%s" against %s', (base, words, said, max, over) => {
    expect(entryOf(percent(base, said, words), 'Trường học').limits).toEqual(limits(max))
    expect(entryOf(percent(base, said, words), 'Trường học').over).toEqual(counts(over))
    expect(entryOf(percent(base, said, words), 'Trường học').needsBase).toBe(false)
  })

  it('is not checked before its base is known, and the movement then has no sum of quotas', () => {
    const round = percent(undefined, '9cn')

    expect(entryOf(round, 'Trường học')).toMatchObject({ state: 'in', limits: undefined, over: {}, needsBase: true })
    expect(movementOf(round).limits).toBeUndefined()
  })

  it('needs no base of a unit that nominates nobody', () => {
    expect(entryOf(percent(undefined, '0cn'), 'Trường học').needsBase).toBe(false)
  })

  it('holds back what exceeds it from the moment the base is known', () => {
    const said = percent(undefined, '9cn')
    const round = { ...said, asked: said.asked.map((one) => ({ ...one, base: 40 })) }

    expect(entryOf(round, 'Trường học')).toMatchObject({
      state: 'over',
      granted: counts('6cn'),
      over: counts('3cn'),
    })
    expect(entryOf(rule(round, 'Trường học', 'refuse'), 'Trường học').state).toBe('missing')
  })

  it('of its own in each unit comes before the words', () => {
    const asked = aRound({ Phong_trào: { basis: 'percent', wording, units: { A: '20/10' } } })
    const round = { ...asked, asked: asked.asked.map((one) => ({ ...one, base: 30 })) }

    expect(entryOf(round, 'A').limits).toEqual(limits('6/3'))
  })

  it('is never a total for the council', () => {
    const round = tell(
      aRound({ Phong_trào: { basis: 'percent', wording, total: limits('-/15'), units: { A: { base: 200 } } } }),
      { unit: 'A', said: '30cn' },
    ).round

    expect(movementOf(round)).toMatchObject({ limits: limits('-/30'), beyondTotal: {} })
  })
})

describe('the total of the council', () => {
  const opened = aRound({
    'An ninh Tổ quốc': { total: limits('10/20'), units: { A: undefined, B: undefined, C: undefined } },
  })

  it('is not enforced on one unit: what all exceed together is marked', () => {
    const round = tellAll(opened, [
      { unit: 'A', said: '6tt 10cn' },
      { unit: 'B', said: '6tt 10cn' },
    ])

    expect(entryOf(round, 'B')).toMatchObject({ state: 'in', over: {} })
    expect(movementOf(round)).toMatchObject({ granted: counts('12tt 20cn'), over: {}, beyondTotal: { collective: 2 } })
    expect(movementOf(round)).toMatchObject({ limits: limits('10/20'), answered: 2, expected: 3 })
  })

  it('marks a category that it does not have', () => {
    expect(movementOf(tell(opened, { unit: 'A', said: '1gd' }).round).beyondTotal).toEqual(counts('1gd'))
  })

  it('is settled up to what was accepted, and marked again when more comes', () => {
    const exceeded = tellAll(opened, [
      { unit: 'A', said: '6tt 10cn' },
      { unit: 'B', said: '6tt 10cn' },
    ])
    const settled = settle(movementOf(exceeded))
    const accepted = { ...exceeded, movements: exceeded.movements.map((one) => ({ ...one, settled })) }

    expect(settled).toEqual(counts('12tt'))
    expect(movementOf(accepted).beyondTotal).toEqual({})

    const more = tell(accepted, { unit: 'C', said: '1tt 1cn' }).round

    expect(movementOf(more).beyondTotal).toEqual(counts('1tt 1cn'))
    expect(settle(movementOf(more))).toEqual(counts('13tt 21cn'))
  })

  it('keeps what was settled in another category', () => {
    const round = tell(
      aRound({ Phong_trào: { total: limits('1/1'), settled: counts('5tt'), units: { A: undefined } } }),
      { unit: 'A', said: '4tt 3cn' },
    ).round

    expect(settle(movementOf(round))).toEqual(counts('5tt 3cn'))
  })

  it('counts what waits beyond a unit’s quota only once it is accepted', () => {
    const asked = aRound({ Phong_trào: { total: limits('3/3'), units: { A: '2/2', B: '2/2' } } })
    const round = tellAll(asked, [
      { unit: 'A', said: '3tt 2cn' },
      { unit: 'B', said: '1tt 1cn' },
    ])

    expect(movementOf(round)).toMatchObject({ granted: counts('3tt 3cn'), over: counts('1tt'), beyondTotal: {} })
    expect(movementOf(rule(round, 'A', 'accept'))).toMatchObject({
      granted: counts('4tt 3cn'),
      beyondTotal: counts('1tt'),
    })
  })

  it('is the sum of the quotas where the plan sets none', () => {
    const asked = aRound({ Phong_trào: { units: { A: '3:4/5', B: '-/3', C: '1/-' } } })

    expect(movementOf(asked)).toMatchObject({ limits: limits('4/8'), granted: {}, beyondTotal: {} })
  })
})

describe('a unit over several movements', () => {
  const opened = aRound({
    'Yêu nước': { units: { A: '1/1', B: '1/1', 'Không chỉ tiêu': '-/-' } },
    'Hiến máu': { total: limits('6/8'), units: { A: undefined, B: undefined } },
  })
  const say = (movement: string, said: string) => ({ unit: 'A', movement, said })

  it.each<[what: string, said: ReturnType<typeof say>[], state: string, answered: number]>([
    ['nothing', [], 'missing', 0],
    ['all of one', [say('Yêu nước', '1tt 1cn')], 'partly', 0],
    ['some of one', [say('Yêu nước', '1tt')], 'partly', 0],
    ['all of both', [say('Yêu nước', '1tt 1cn'), say('Hiến máu', '0tt 2cn')], 'in', 1],
    ['too much and not all', [say('Yêu nước', '2tt 1cn')], 'over', 0],
    ['too much and all', [say('Yêu nước', '2tt 1cn'), say('Hiến máu', '0tt 2cn')], 'over', 1],
  ])('that said %s is %s', (_, said, state, answered) => {
    const round = tellAll(opened, said)

    expect(stateOf(round, 'A')).toBe(state)
    expect(standing(round)).toMatchObject({ answered, expected: 2 })
  })

  it('that has no quota is not counted before it says something', () => {
    expect(stateOf(opened, 'Không chỉ tiêu')).toBe('in')
    expect(movementOf(opened)).toMatchObject({ answered: 0, expected: 2 })

    const round = tell(opened, { unit: 'Không chỉ tiêu', said: '1cn' }).round

    expect(stateOf(round, 'Không chỉ tiêu')).toBe('over')
    expect(movementOf(round)).toMatchObject({ answered: 1, expected: 3 })
  })
})

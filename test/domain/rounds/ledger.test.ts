import { describe, expect, it } from 'vitest'
import { aRound, counts, entryOf, rule, tell, tellAll, type Telling } from './a-round.ts'

const opened = aRound({ 'Yêu nước': { units: { 'Công an': '3/5' } } })
const said = (text: string, from?: string, more: Partial<Telling> = {}): Telling => ({
  unit: 'Công an',
  said: text,
  ...(from === undefined ? {} : { from }),
  ...more,
})
const edit = (text: string, from: string) => said(text, from, { edited: true })
const days = (count: number) => new Date(Date.UTC(2025, 11, 1 + count))

describe('what a unit hands in', () => {
  it.each<[what: string, messages: Telling[], held: string]>([
    ['what is not mentioned stays', [said('3tt 5cn', 'm1@10'), said('4cn', 'm2@20')], '3tt 4cn'],
    ['zero is said', [said('3tt 5cn', 'm1@10'), said('0tt', 'm2@20')], '0tt 5cn'],
    ['without a revision the last one counts', [said('3tt 5cn', 'm1'), said('4cn', 'm2')], '3tt 4cn'],
    ['one that was overtaken undoes nothing', [said('4cn', 'm2@20'), said('3tt 5cn', 'm1@10')], '3tt 4cn'],
    [
      'neither with another platform in between',
      [said('4cn', 'm2@20'), said('3cn', 'p1@1', { platform: 'playground' }), said('5cn', 'm1@10')],
      '3cn',
    ],
    ['platforms do not overtake each other', [said('4cn', 'm2@20'), said('3cn', 'p1@1', { platform: 'zalo' })], '3cn'],
    [
      'numbers that began anew after a quiet week count',
      [said('5cn', 'm1@900', { at: days(0) }), said('4cn', 'm2@3', { at: days(8) })],
      '4cn',
    ],
    ['entered by hand after it', [said('5cn', 'm1@10'), said('4cn')], '4cn'],
  ])('%s', (_, messages, held) => {
    expect(entryOf(tellAll(opened, messages), 'Công an').counts).toEqual(counts(held))
  })

  it.each<[what: string, before: Telling[], message: Telling]>([
    ['was overtaken in all it names', [said('3tt 4cn', 'm2@20')], said('5cn', 'm1@10')],
    ['is delivered twice', [said('3tt 5cn', 'm1@10')], said('3tt 5cn', 'm1@10')],
    [
      'is delivered again after a correction',
      [said('3tt 5cn', 'm1@10'), said('4cn', 'm2@20')],
      said('3tt 5cn', 'm1@10'),
    ],
    ['was changed in its words alone', [said('3tt 5cn', 'm1@10')], edit('3tt 5cn', 'm1@30')],
    ['lost a number when it was changed', [said('3tt 5cn', 'm1@10')], edit('3tt', 'm1@30')],
    ['names nothing', [], said('', 'm1@10')],
    ['was changed in its words alone, without revisions', [said('3tt 5cn', 'm1')], edit('3tt 5cn', 'm1')],
  ])('is stale where it %s', (_, before, message) => {
    const round = tellAll(opened, before)
    const after = tell(round, message)

    expect(after.held.stale).toBe(true)
    expect(after.held.counts).toEqual(before.length ? entryOf(round, 'Công an').counts : {})
    expect(after.round.versions).toHaveLength(before.length)
  })

  it('is kept where the same is said again in another message', () => {
    expect(tell(tell(opened, said('3tt', 'm1@10')).round, said('3tt', 'm2@20')).held.stale).toBe(false)
  })

  it('is a request where it exceeds the quota', () => {
    expect(tell(opened, said('3tt 7cn', 'm1@10')).held.over).toEqual(counts('2cn'))
    expect(tell(opened, said('3tt 5cn', 'm1@10')).held.over).toEqual({})
  })
})

describe('a message that was changed', () => {
  it.each<[what: string, messages: Telling[], held: string]>([
    ['corrects', [said('3tt 5cn', 'm1@10'), edit('3tt 4cn', 'm1@20')], '3tt 4cn'],
    [
      'leaves a correction by another message',
      [said('3tt 5cn', 'm1@10'), said('4cn', 'm2@20'), edit('2tt 5cn', 'm1@30')],
      '2tt 4cn',
    ],
    ['so without revisions', [said('3tt 5cn', 'm1'), said('4cn', 'm2'), edit('2tt 5cn', 'm1')], '2tt 4cn'],
    ['leaves what was taken out of it', [said('3tt 5cn', 'm1@10'), edit('2tt', 'm1@20')], '2tt 5cn'],
    [
      'is compared with what it said last',
      [said('3tt 5cn', 'm1@10'), edit('2tt 5cn', 'm1@20'), said('1tt', 'm2@30'), edit('2tt 4cn', 'm1@40')],
      '1tt 4cn',
    ],
    ['may come before its first state', [edit('2tt 4cn', 'm1@20'), said('3tt 5cn', 'm1@10')], '2tt 4cn'],
    ['gives back what its first state had besides', [edit('2tt', 'm1@20'), said('3tt 5cn', 'm1@10')], '2tt 5cn'],
    [
      'is overtaken by another message in what it did not change',
      [said('3tt 5cn', 'm1@10'), edit('2tt 5cn', 'm1@30'), said('4cn', 'm2@20')],
      '2tt 4cn',
    ],
    [
      'gives way to another message once its first state shows what it changed',
      [said('4cn', 'm2@20'), edit('2tt 5cn', 'm1@30'), said('3tt 5cn', 'm1@10')],
      '2tt 4cn',
    ],
    [
      'in another chat is another message',
      [said('3tt 5cn', 'm1@10'), said('5cn', 'm1@10', { platform: 'zalo' }), said('4cn', 'm2@20')],
      '3tt 4cn',
    ],
  ])('%s', (_, messages, held) => {
    expect(entryOf(tellAll(opened, messages), 'Công an').counts).toEqual(counts(held))
  })
})

describe('a request beyond the quota', () => {
  const asked = tell(opened, said('3tt 7cn', 'm1@10')).round

  it('accepted counts as it is', () => {
    expect(entryOf(rule(asked, 'Công an', 'accept'), 'Công an')).toMatchObject({
      state: 'in',
      counts: counts('3tt 7cn'),
      granted: counts('3tt 7cn'),
      over: {},
      accepted: counts('2cn'),
      latest: { act: 'accepted', version: 2, said: {} },
    })
  })

  it.each<[to: string, granted: string, accepted: string]>([
    ['5cn', '3tt 5cn', ''],
    ['6cn', '3tt 6cn', '1cn'],
    ['2tt 4cn', '2tt 4cn', ''],
    ['7cn', '3tt 7cn', '2cn'],
  ])('reduced to %s counts %s', (to, granted, accepted) => {
    const entry = entryOf(rule(asked, 'Công an', { reduceTo: counts(to) }), 'Công an')

    expect(entry).toMatchObject({ state: 'in', latest: { act: 'reduced', said: counts(to) } })
    expect(entry.granted).toEqual(counts(granted))
    expect(entry.accepted).toEqual(counts(accepted))
  })

  it.each(['8cn', '4tt 5cn', '5cn 1gd'])('cannot be given more than it asked: %s', (to) => {
    expect(rule(asked, 'Công an', { reduceTo: counts(to) })).toBe(asked)
  })

  it('refused leaves nothing where nothing was before', () => {
    expect(entryOf(rule(asked, 'Công an', 'refuse'), 'Công an')).toMatchObject({
      state: 'missing',
      counts: {},
      latest: { act: 'refused' },
    })
  })

  it('refused brings back what held before it, past other requests', () => {
    const round = tellAll(opened, [said('2tt 4cn', 'm1@10'), said('9cn', 'm2@20'), said('8cn', 'm3@30')])

    expect(entryOf(rule(round, 'Công an', 'refuse'), 'Công an').counts).toEqual(counts('2tt 4cn'))
  })

  it('refused brings back what was accepted before', () => {
    const round = tell(rule(asked, 'Công an', 'accept'), said('9cn', 'm2@20')).round

    expect(entryOf(round, 'Công an')).toMatchObject({
      state: 'over',
      granted: counts('3tt 7cn'),
      over: counts('2cn'),
      accepted: counts('2cn'),
    })
    expect(entryOf(rule(round, 'Công an', 'refuse'), 'Công an')).toMatchObject({
      state: 'in',
      counts: counts('3tt 7cn'),
    })
  })

  it('that was accepted is not asked about again when another number changes', () => {
    const after = tell(rule(asked, 'Công an', 'accept'), said('2tt', 'm2@20'))

    expect(after.held.over).toEqual({})
    expect(entryOf(after.round, 'Công an')).toMatchObject({ state: 'in', accepted: counts('2cn') })
  })

  it('does not come back by a message that was overtaken', () => {
    const refused = rule(asked, 'Công an', 'refuse')

    expect(tell(refused, said('4cn', 'm0@5')).held).toMatchObject({ stale: true, counts: {} })
  })

  it.each<[what: string, decided: typeof opened]>([
    ['nothing was said', opened],
    ['the quota is kept', tell(opened, said('3tt 5cn', 'm1@10')).round],
    ['it was decided', rule(asked, 'Công an', 'accept')],
    ['it was taken back', tell(asked, said('5cn', 'm2@20')).round],
  ])('does not wait where %s', (_, round) => {
    expect(rule(round, 'Công an', 'accept')).toBe(round)
    expect(rule(round, 'Công an', 'refuse')).toBe(round)
  })
})

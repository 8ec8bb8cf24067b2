import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes, idsOf, rowsIn, wordsOf } from './judge.ts'
import { Floor, text, WHICH, type Happening } from './floor.ts'
import { LINES } from './lines.ts'
import { judge } from './matrix.ts'
import { PLACES, type Place, type Standing } from './places.ts'
import { verdictOf, type Wanted } from './table.ts'
import type { Seeded } from './two-councils.ts'

let floor: Floor
beforeAll(async () => {
  floor = await Floor.open()
})
afterAll(() => floor.app.stop())

const called = (name: string): Standing => floor.people.find((one) => one.name === name)!

/** Nothing that is kept changes, and nobody reads of another council. */
async function changesNothing(place: Place, asking: Standing[], typed: string, happening: Happening) {
  const { said, answersTo } = await floor.hear(place, asking, happening)
  floor.assertNothingCrosses(place, typed, said)
  return { said, answersTo }
}

async function unchanged(act: () => Promise<void>) {
  const before = await rowsIn(floor.app)
  await act()
  expect(changes(before, await rowsIn(floor.app))).toEqual([])
}

/** A choice that the bot has written. */
interface Offered {
  chat: string
  prompt: string
  index: number
  line: string
}

/** What a member may do in the group or with an address that is the own. */
const OF_MEMBERS = /^(?:\/hoidong \S+ )?\/(?:nhaclai|lich địa chỉ|ngonngu|thongbao da-nhan)/

/** Every line under a choice that the bot shows while a secretary of A walks through all that can be asked, in private and in the group. */
async function offeredInA(): Promise<Offered[]> {
  const { app, A } = floor.councils
  const secretary = called('a secretary')
  for (const place of ['private', 'A'] as const)
    for (const [name, all] of Object.entries(LINES))
      for (const line of all.filter((one) => !one.writes && !/excel|biên bản/.test(one.args(A))))
        await floor.hear(place, [secretary], text(place, `/${name} ${line.args(A)}`.trim()))
  const chats = await app.db.chat.findMany({
    where: { externalId: { in: [A.group.externalId, secretary.speaker.id] } },
  })
  const prompts = await app.db.prompt.findMany({ where: { chatId: { in: chats.map(({ id }) => id) } } })
  return prompts.flatMap(({ id, chatId, choices }) =>
    (choices as string[]).map((line, index) => ({
      chat: chats.find((chat) => chat.id === chatId)!.externalId,
      prompt: id,
      index,
      line,
    })),
  )
}

describe('what the bot wrote under a choice', () => {
  let offered: Offered[]
  beforeAll(async () => {
    offered = (await offeredInA()).filter(({ line }) => !OF_MEMBERS.test(line))
  })

  it('is there in number and for every kind of act', () => {
    const names = new Set(offered.map(({ line }) => /^(?:\/hoidong \S+ )?\/(\S+)/.exec(line)![1]))
    for (const name of ['viec', 'chitieu', 'kehoach', 'dot', 'thongbao', 'donvi', 'moi', 'nhatky', 'tonghop'])
      expect(names).toContain(name)
    expect(new Set(offered.map(({ line }) => line)).size).toBeGreaterThan(60)
  })

  it.each(['private', 'A', 'unlinked'] as const)('is no right when it is typed in %s', async (place) => {
    const asking = [called('a stranger'), called('a member')]
    const foreigner = called('a secretary of the other council')
    const lines = [...new Set(offered.map(({ line }) => line))]
    await unchanged(async () => {
      for (const [index, line] of lines.entries()) {
        const typed = index % 2 === 0 ? line : `/hoidong ${floor.councils.A.id} ${line}`
        const all = place === 'A' ? [...asking, foreigner] : asking
        const { said } = await changesNothing(place, all, typed, text(place, typed))
        for (const seen of said) expect(seen.text, typed).not.toContain('lỗi ngoài ý muốn')
      }
    })
  })

  it('changes nothing of this council when the secretary of another one types it', async () => {
    const foreigner = called('a secretary of the other council')
    const before = await rowsIn(floor.app)
    const ids = [...idsOf(before, floor.councils.A.id)]
    for (const line of new Set(offered.map((one) => one.line)))
      await changesNothing('private', [foreigner], line, text('private', line))
    const changed = changes(before, await rowsIn(floor.app))
    expect(changed.filter((row) => ids.some((id) => row.includes(id)))).toEqual([])
  })

  it.each(PLACES)('cannot be pressed by others in %s', async (place) => {
    const asking = ['a stranger', 'a member', 'a secretary of the other council'].map(called)
    await unchanged(async () => {
      const those = place === 'A' ? offered : offered.filter((_, at) => at % 4 === PLACES.indexOf(place))
      for (const { chat, prompt, index, line } of those) {
        const press: Happening = () => ({ kind: 'choice', messageId: 'forged', prompt, index })
        const { said } = await changesNothing(place, asking, '', press)
        if (place !== 'A' || chat !== floor.councils.A.group.externalId) expect(said, `${chat}: ${line}`).toEqual([])
      }
    })
  })
})

/** Sentences, what they want, of which council they speak. */
const SENTENCES: [Wanted, (of: Seeded) => string][] = [
  [{ row: 'see' }, () => 'quý này có gì đến hạn?'],
  [{ row: 'see' }, ({ unit }) => `${unit} quý này có gì đến hạn?`],
  [{ row: 'see' }, ({ unit }) => `ai phụ trách ${unit}`],
  [{ row: 'see' }, () => 'danh sách đơn vị'],
  [{ row: 'see' }, ({ unit }) => `chỉ tiêu của ${unit}`],
  [{ row: 'see' }, () => 'kết quả đợt đề nghị'],
  [{ row: 'see' }, () => 'gửi cho tôi lịch'],
  [{ row: 'done', otherUnit: true }, () => 'PL1 mục 1 đã xong'],
  [{ row: 'handIn', otherUnit: true }, ({ otherUnit }) => `${otherUnit}: 3 tập thể 5 cá nhân`],
  [{ row: 'auditLog' }, () => 'nhật ký hôm nay'],
]

describe.each(PLACES)('a plain sentence in %s', (place) => {
  it.each(SENTENCES.map(([wanted, said]) => [said({ unit: 'U', otherUnit: 'V' } as Seeded), wanted, said] as const))(
    '%s',
    async (_, wanted, sentence) => {
      for (const which of WHICH) {
        const typed = sentence(floor.councils[which])
        const foreign = typed !== sentence(floor.councils[which === 'A' ? 'B' : 'A'])
        const writes = wanted.row === 'done' || wanted.row === 'handIn'
        const asking = floor.people.filter((one) => !(writes && verdictOf(wanted, one, place) === 'yes'))
        await unchanged(async () => {
          const { said, answersTo } = await changesNothing(place, asking, typed, text(place, typed))
          for (const standing of asking) {
            const cell = { standing, typed, verdict: verdictOf(wanted, standing, place), foreign }
            judge(place, { ...cell, line: { ...wanted, args: () => '' } }, answersTo(standing))
          }
          expect(said.length).toBeGreaterThan(0)
        })
        if (!foreign) break
      }
    },
  )
})

describe('a message that belongs to another', () => {
  it('is not corrected by somebody else, nor by a change of what was said elsewhere', async () => {
    const { A } = floor.councils
    const head = called('the head of a unit')
    await floor.hear('A', [head], () => ({
      kind: 'text',
      text: '2tt 1cn',
      messageId: 'counts',
      addressed: 'mention',
      repliesTo: A.card,
    }))
    expect(await floor.app.db.nomination.count({ where: { messageId: 'counts' } })).toBe(1)
    const others = ['a stranger', 'a member', 'a secretary of the other council'].map(called)
    await unchanged(async () => {
      for (const place of PLACES)
        for (const words of ['9tt 9cn', '/denghi 9tt 9cn', `${A.unit}: 9tt 9cn`])
          for (const other of others) {
            const changed: Happening = () => ({
              kind: 'text',
              text: words,
              messageId: 'counts',
              addressed: 'mention',
              edited: true,
            })
            if (place === 'B' && other.roles.B) continue
            await changesNothing(place, [other], words, changed)
          }
    })
  })

  it.each(PLACES)('is no way to its council: a reply to it in %s', async (place) => {
    const { A, app } = floor.councils
    const sent = { chatId: A.groupId, kind: 'announcement', state: 'sent' }
    const { externalId: announced } = await app.db.outbox.findFirstOrThrow({ where: sent })
    const [stranger, foreigner] = [called('a stranger'), called('a secretary of the other council')]
    const reply = async (who: Standing) => {
      for (const repliesTo of [A.card, announced!])
        for (const words of ['3tt 5cn', 'không có', 'xong', '/tonghop', '/dot nhắc', '/dot đóng chắc chắn'])
          await changesNothing(place, [who], words, text(place, words, { repliesTo }))
      if (place === 'A') return
      await changesNothing(place, [who], 'đã nhận', text(place, 'đã nhận', { repliesTo: announced! }))
      await changesNothing(place, [who], '', text(place, `/thongbao da-nhan ${A.announcement}`))
    }
    await unchanged(() => reply(stranger))
    const before = await rowsIn(app)
    await reply(foreigner)
    const ids = [...idsOf(before, A.id)]
    const changed = changes(before, await rowsIn(app))
    expect(changed.filter((row) => ids.some((id) => row.includes(id)))).toEqual([])
  })
})

it('a file is taken from the secretariat in private alone', async () => {
  const { app } = floor.councils
  app.platform.files.set('plan', new TextEncoder().encode('Kế hoạch'))
  const file: Happening = (messageId) => ({ kind: 'file', messageId, fileId: 'plan', name: 'Zubebkh.txt', size: 10 })
  const asking = ['a stranger', 'a member', 'the head of a unit', 'the deputy of a unit', 'somebody in both'].map(
    called,
  )
  await unchanged(async () => {
    for (const place of PLACES) await changesNothing(place, place === 'private' ? asking : floor.people, '', file)
  })
})

it('addresses open what they are for alone', async () => {
  const { A, B, app } = floor.councils
  for (const [own, other] of [
    [A, B],
    [B, A],
  ] as const) {
    const calendar = await (await fetch(`${app.url}/${own.calendar}`)).text()
    expect(wordsOf(own.which, calendar).size).toBeGreaterThan(0)
    expect([...wordsOf(other.which, calendar.replace(/\r\n /g, ''))]).toEqual([])
    for (const id of [own.id, own.unitId, own.round, own.version, own.announcement])
      for (const path of [`calendar/${id}.ics`, `files/${id}/bang.xlsx`])
        expect((await fetch(`${app.url}/${path}`)).status).toBe(404)
  }
})

it('a code of one council is a role in that one alone', async () => {
  const { A, B, app } = floor.councils
  const stranger = called('a stranger')
  const { said } = await floor.hear(
    'private',
    [called('a secretary of the other council')],
    text('private', `/moi trưởng ${B.unit}`),
  )
  const code = /\/start \S+/.exec(said[0]!.text)![0]
  const before = await app.db.membership.count({ where: { councilId: A.id } })
  const joined = await floor.hear('private', [stranger], text('private', code))
  expect(joined.said[0]!.text).toContain(B.name)
  expect(await app.db.membership.count({ where: { councilId: A.id } })).toBe(before)
  const again = await floor.hear('private', [called('a member')], text('private', code))
  expect(again.said[0]!.text).not.toContain(B.name)
})

it('an unlinked group is linked by a secretariat alone', async () => {
  const others = floor.people.filter(({ roles }) => !Object.values(roles).includes('secretariat'))
  await unchanged(async () => {
    const { said } = await changesNothing('unlinked', others, '', text('unlinked', '/lienket'))
    for (const seen of said) expect(seen.text).toContain('chưa được giao')
    expect(said).toHaveLength(others.length)
  })
  const { said } = await floor.hear(
    'unlinked',
    [called('a secretary of the other council')],
    text('unlinked', '/lienket'),
  )
  expect(said[0]!.text).toContain(floor.councils.B.name)
})

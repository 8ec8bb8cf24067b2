import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forget, formatForget } from '#commands/operator/forget.ts'
import { runProgram, type Terminal } from '#commands/operator/program.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { CouncilId, PersonId } from '#domain/ids.ts'
import { forgetTexts, suspectTexts } from '#prisma/forget-traces.ts'
import { createCalendarToken } from '#prisma/calendar-tokens.ts'
import { linesOf } from '../documents/excel.ts'
import { begun, follow } from '../support/announcements.ts'
import { createTestApp, GROUP, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { makeHead, numbersOf, openRound } from '../support/rounds.ts'

const HEAD: Speaker = { id: '700900', name: 'Trần Văn Công' }
const PHONE = '0912 345 678'

let app: TestApp
let council: { id: CouncilId; code: string }
beforeEach(async () => {
  app = await createTestApp('2025-11-20T08:00:00+07:00')
  council = await app.linkedCouncil(SMALL_PLAN)
})
afterEach(() => app.stop())

const run = (person: string, yes = true, id: string = council.id) =>
  forget(app.db, { council: id, person, yes }, app.now)
const idOf = async (speaker: Speaker) =>
  (await app.db.account.findFirstOrThrow({ where: { externalId: speaker.id } })).personId

/** A head who did everything that leaves a trace. */
async function givenHead() {
  const round = await openRound(app, council.id)
  await makeHead(app, HEAD, 'Công an phường')
  await app.say(SECRETARY, `/donvi điện thoại Công an phường: ${PHONE}`)
  await app.say(HEAD, '/start')
  await app.say(HEAD, '/denghi 3 tập thể 5 cá nhân')
  await app.sayInGroup(HEAD, '/xong PL1 mục 2')
  await createCalendarToken(
    app.db,
    { councilId: council.id, unitId: undefined, createdBy: (await idOf(HEAD)) as PersonId },
    app.now,
  )
  await begun(app, council.id, { audience: { heads: 'all', groups: 'all' }, receipt: true })
  await follow(app)
  const told = app.platform.seen.findLast(({ chat, choices }) => chat === HEAD.id && choices.length > 0)!
  await app.press(HEAD, told, told.choices[0]!)
  await app.say(SECRETARY, '/donvi')
  await app.say(HEAD, '/taikhoan')
  return round
}

/** Ids and hashes: among their digits some day are those of a phone number. */
const RANDOM = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,})\b/g

/** Every column of every table in which one of these words stands. */
async function placesOf(...words: string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const table of Object.values(Prisma.ModelName)) {
    const delegate = app.db[`${table[0]!.toLowerCase()}${table.slice(1)}` as 'person']
    for (const row of await delegate.findMany())
      for (const [column, value] of Object.entries(row)) {
        const text = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? '')
        const said = text.replace(RANDOM, (id) => (words.includes(id) ? id : ''))
        if (words.some((word) => said.includes(word))) found.add(`${table}.${column}`)
      }
  }
  return [...found].toSorted()
}

async function everything(): Promise<string> {
  const tables = Object.values(Prisma.ModelName).map(
    (table) => app.db[`${table[0]!.toLowerCase()}${table.slice(1)}` as 'person'],
  )
  const rows = await Promise.all(tables.map((table) => table.findMany()))
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

describe('forgetting a head', () => {
  it('leaves neither name, account, id nor phone number anywhere', async () => {
    await givenHead()
    const traces = [HEAD.name, HEAD.id, await idOf(HEAD), '0912', '912345678']
    expect((await placesOf(...traces)).length).toBeGreaterThan(12)
    const report = await run(HEAD.name)
    expect(report).toMatchObject({ done: true, whole: true, lastSecretary: false, phonesOf: ['Công an phường'] })
    expect(report.removed).toMatchObject({ names: 1, accounts: 1, roles: 1, privateChats: 1, calendars: 1, phones: 1 })
    expect(report.nameless.acts).toBeGreaterThan(3)
    expect(await placesOf(...traces)).toEqual([])
  })

  it('keeps what the council counts, without the name', async () => {
    const round = await givenHead()
    const before = [await numbersOf(app, round), await app.db.completion.count(), await app.db.receipt.count()]
    await run(HEAD.name)
    expect([await numbersOf(app, round), await app.db.completion.count(), await app.db.receipt.count()]).toEqual(before)
    expect((await numbersOf(app, round))['Công an phường']).toBe('3/5/-')
    const [log] = await app.say(SECRETARY, '/nhatky')
    expect(log!.text).toContain('(đã xóa): ')
    expect(log!.text).toContain('giao (đã xóa) làm trưởng Công an phường')
    expect(log!.text).toContain('người quản trị: xóa dữ liệu cá nhân của một người')
    expect(log!.text).not.toContain('Công:')
    const [tally] = await app.say(SECRETARY, '/tonghop')
    expect(tally!.text).toContain('Công an phường')
    const files = await app.press(SECRETARY, tally!, 'Excel')
    const book = files.flatMap(({ message }) => message.file ?? []).find(({ name }) => name.endsWith('.xlsx'))!
    const lines = await linesOf(Buffer.from(book.base64, 'base64'))
    expect(JSON.stringify(lines)).toContain('(đã xóa)')
    const [details] = await app.say(SECRETARY, '/chitiet PL1 mục 2')
    expect(details!.text).toContain('ghi nhận bởi (đã xóa)')
  })

  it('makes a stranger of whoever writes again, who may be invited anew', async () => {
    await givenHead()
    await run(HEAD.name)
    expect((await app.say(HEAD, '/viec'))[0]!.text).not.toContain('PL1')
    const [greeting] = await app.say(HEAD, '/start')
    expect(greeting!.text).toBe((await app.say(STRANGER, '/start'))[0]!.text)
    await makeHead(app, HEAD, 'Công an phường')
    expect((await app.say(HEAD, '/start'))[0]!.text).toContain(
      `Kính chào ${HEAD.name}. Anh/chị là trưởng Công an phường`,
    )
  })

  it('answers nothing that came before and waited', async () => {
    await givenHead()
    const waiting = await app.db.inbox.create({
      data: {
        platform: 'telegram',
        externalId: 'late',
        chatKey: `telegram:${HEAD.id}`,
        payload: { sender: HEAD.name },
        receivedAt: app.now,
        claimedBy: 'another process',
        claimedUntil: new Date(app.now.getTime() + 60_000),
      },
    })
    await run(HEAD.name)
    const row = await app.db.inbox.findUniqueOrThrow({ where: { id: waiting.id } })
    expect(row).toMatchObject({ payload: {}, doneAt: app.now, claimedBy: null, chatKey: 'removed' })
  })
})

it('stops no announcement: who is forgotten while it is sent is not reached, and the others are', async () => {
  await givenHead()
  const id = await begun(app, council.id, { audience: { heads: 'all', groups: 'all' } })
  await run(HEAD.name)
  await follow(app)
  const { state, recipients } = await app.db.announcement.findUniqueOrThrow({
    where: { id },
    include: {
      recipients: { where: { OR: [{ name: '(đã xóa)' }, { chatId: { not: null } }] }, orderBy: { position: 'asc' } },
    },
  })
  expect(state).toBe('sent')
  expect(recipients.map((one) => [one.name, one.state])).toEqual([
    ['Nhóm Hội đồng', 'sent'],
    ['(đã xóa)', 'unreached'],
  ])
})

it('takes the name out of what was said while it was still looked for', async () => {
  await givenHead()
  const person = { id: (await idOf(HEAD)) as PersonId, name: HEAD.name }
  const about = { person, accounts: [], chats: [], councilId: council.id, whole: true, ofCouncil: {} }
  const suspects = await suspectTexts(app.db, about)
  expect(suspects.ids.length).toBeGreaterThan(0)
  await app.say(SECRETARY, '/donvi Công an phường')
  const forgetting = { ...about, into: 'removed-vi' as PersonId, word: '(đã xóa)', now: app.now }
  expect(await forgetTexts(app.db, forgetting, { ids: [], upTo: suspects.upTo })).toBe(1)
  expect(await forgetTexts(app.db, forgetting, { ...suspects, ids: [] })).toBe(0)
})

describe('the preview', () => {
  it('tells the same and changes nothing', async () => {
    await givenHead()
    const before = await everything()
    const preview = await run(HEAD.name, false)
    expect(await everything()).toBe(before)
    const { done, ...told } = await run(HEAD.name)
    expect({ ...preview, done }).toEqual({ ...told, done: true })
    expect(formatForget(preview)).toContain('Nothing was changed. To do it, add --yes.')
    expect(formatForget(preview)).toContain('head of Công an phường in Hội đồng TĐKT phường Thử')
    expect(formatForget(preview)).toContain('telegram 700900')
    expect(formatForget({ ...preview, done: true })).not.toContain('--yes')
  })

  it('warns of the last person of the secretariat, who can be forgotten all the same', async () => {
    const preview = await run('chi thu', false)
    expect(preview.lastSecretary).toBe(true)
    expect(formatForget(preview)).toContain(`tdkt invite --council ${council.id} --role secretariat`)
    await run('Chị Thư')
    expect(await app.db.membership.count()).toBe(0)
    expect((await app.say(SECRETARY, '/nhatky'))[0]!.text).not.toContain('lập hội đồng')
  })
})

describe('who is meant', () => {
  it.each([
    ['no-council', 'Chị Thư', /^no council no-council$/],
    [undefined, 'Ai Đó', /^nobody called "Ai Đó" is known in this council/],
    [undefined, '', /^nobody called/],
    [undefined, '(đã xóa)', /^nobody called/],
    [undefined, 'removed-vi', /^nobody called/],
  ])('refuses council %s, person %s', async (id, person, said) => {
    await givenHead()
    await run(HEAD.name)
    await expect(run(person, true, id)).rejects.toThrow(said)
  })

  it('lists the ids of several persons of one name', async () => {
    await givenHead()
    await app.say({ id: '31', name: 'tran van cong' }, '/start')
    const ids = (await app.db.person.findMany({ where: { name: { in: [HEAD.name, 'tran van cong'] } } })).map(
      ({ id }) => id,
    )
    const refused = await run(HEAD.name).catch((error: Error) => error.message)
    for (const id of ids) expect(refused).toContain(id)
    expect(refused).toContain('head of Công an phường')
    const stranger = await idOf({ id: '31', name: '' })
    expect(await run(stranger)).toMatchObject({ whole: true, removed: { names: 1 } })
    expect(await app.db.person.count({ where: { name: HEAD.name } })).toBe(1)
  })

  it('does not reach into another council', async () => {
    const other = await app.createCouncil('Hội đồng TĐKT xã Khác')
    await app.say({ id: '32', name: 'Bà Khác' }, `/start ${other.code}`)
    await expect(run('Bà Khác')).rejects.toThrow('nobody called')
  })
})

describe('a person of two councils', () => {
  it('is forgotten in the one that asks, and goes on in the other', async () => {
    await givenHead()
    const other = await app.createCouncil('Hội đồng TĐKT xã Khác')
    await app.say(HEAD, `/start ${other.code}`)
    const id = await idOf(HEAD)
    const preview = await run(HEAD.name, false)
    expect(preview.whole).toBe(false)
    expect(formatForget(preview)).toContain('another council knows this person as well')
    const report = await run(HEAD.name)
    expect(report.removed).toMatchObject({ names: 0, accounts: 0, roles: 1, privateChats: 0, phones: 1 })
    const [log] = await app.say(SECRETARY, '/nhatky')
    expect(log!.text).not.toContain(HEAD.name)
    expect(log!.text).toContain('(đã xóa)')
    expect(await app.db.audit.count({ where: { councilId: council.id, personId: id } })).toBe(0)
    expect(await app.db.audit.count({ where: { councilId: other.id, personId: id } })).toBe(1)
    expect((await app.say(HEAD, '/start'))[0]!.text).toContain('thư ký')
    const nominations = await app.db.nomination.findMany({ select: { personName: true, chat: true } })
    expect(nominations.every(({ personName, chat }) => personName === '(đã xóa)' && chat === null)).toBe(true)
  })
})

it('names those who were forgotten in the language of who asks', async () => {
  await givenHead()
  await run(HEAD.name)
  await app.say(SECRETARY, '/ngonngu English')
  expect((await app.say(SECRETARY, '/nhatky'))[0]!.text).toContain('(removed): ')
})

it('keeps the words of what the bot said in the group, but for those with the name', async () => {
  await givenHead()
  const group = await app.db.chat.findFirstOrThrow({ where: { externalId: GROUP } })
  const { removed } = await run(HEAD.name)
  expect(removed.texts).toBeGreaterThan(0)
  const rows = await app.db.outbox.findMany({ where: { chatId: group.id } })
  const texts = rows.map(({ payload }) => (payload as { body: { text: string } }).body.text)
  expect(texts).toContain('(đã xóa)')
  expect(texts.some((text) => text.length > 40)).toBe(true)
})

describe('tdkt forget', () => {
  const typed = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []]
    const terminal = {
      print: (line: string) => void out.push(line),
      now: () => app.now,
      withDatabase: (work: (db: TestApp['db']) => unknown) => work(app.db),
    } as unknown as Terminal
    const code = await runProgram(['forget', ...args], terminal, (line) => err.push(line))
    return { code, out: out.join('\n'), err }
  }

  it('shows, does it with --yes, and tells programs in JSON', async () => {
    await givenHead()
    const given = ['--council', council.id, '--person', HEAD.name]
    const shown = await typed(...given)
    expect([shown.code, shown.out.split('\n').at(-1)]).toEqual([0, 'Nothing was changed. To do it, add --yes.'])
    const told = JSON.parse((await typed(...given, '--json')).out) as object
    expect(told).toMatchObject({ done: false, whole: true, removed: { names: 1 }, phonesOf: ['Công an phường'] })
    expect((await typed(...given, '--yes')).out).toContain('Removed (in the whole installation):')
    expect(await typed(...given, '--yes')).toEqual({
      code: 2,
      out: '',
      err: [`error: nobody called "${HEAD.name}" is known in this council; /donvi and /nhatky show names`],
    })
  })

  it('asks for both, in one line', async () => {
    expect((await typed('--council', council.id)).err).toEqual([
      "error: required option '--person <name or id>' not specified",
    ])
  })
})

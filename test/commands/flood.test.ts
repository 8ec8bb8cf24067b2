import { afterEach, describe, expect, it } from 'vitest'
import { createFloodGate, MOST_OF_CHAT, MOST_OF_PERSON } from '#commands/flood-gate.ts'
import type { PlatformName } from '#domain/messages.ts'
import { addMembership, seePerson } from '#prisma/persons.ts'
import { addUnit, listUnits } from '#prisma/units.ts'
import { GROUP, HEAD, SECRETARY, STRANGER, TestApp } from '../support/app.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { makeHead, numbersOf, openRound, YEARLY } from '../support/rounds.ts'

let app: TestApp
afterEach(() => app.stop())

/** The bot with its limits, at an instant that stands still. */
async function start(network: PlatformName = 'telegram', now = '2025-02-20T08:00:00+07:00') {
  app = new TestApp(now, {}, network)
  app.flood = createFloodGate()
  await app.start()
}

const pass = (seconds: number) => (app.now = new Date(app.now.getTime() + seconds * 1000))
const member = (index: number): Speaker => ({ id: `member-${index}`, name: `Thành viên ${index}` })
const left = () => app.db.inbox.count({ where: { doneAt: null } })

/** Asks for help so often, and tells what the bot said, without what it is asked for. */
async function ask(speaker: Speaker, times: number, say = () => app.say(speaker, '/trogiup')) {
  const said: string[] = []
  for (let time = 0; time < times; time += 1) said.push(...(await say()).map(({ text }) => text))
  const notices = said.filter((text) => !text.includes('Có thể hỏi và làm ở đây'))
  return { answers: said.length - notices.length, notices }
}

describe('a person who asks too much', () => {
  it('is told once how long to wait, then not answered until the minute is over', async () => {
    await start()
    expect(await ask(STRANGER, MOST_OF_PERSON)).toEqual({ answers: 30, notices: [] })
    pass(15)
    expect(await ask(STRANGER, 50)).toEqual({
      answers: 0,
      notices: [
        'Anh/chị đã gửi nhiều yêu cầu trong một phút nên yêu cầu vừa rồi chưa được xử lý. Đề nghị gửi lại sau 45 giây; trong khi chờ, bot không trả lời.',
      ],
    })
    expect(await ask(HEAD, 2)).toEqual({ answers: 2, notices: [] })
    pass(45)
    expect(await ask(STRANGER, 3)).toEqual({ answers: 3, notices: [] })
    expect([await app.db.inbox.count(), await left()]).toEqual([85, 0])
  })

  it('is told in English, too', async () => {
    await start()
    const briton = { ...STRANGER, language: 'en' }
    for (let time = 0; time < MOST_OF_PERSON; time += 1) await app.say(briton, '/help')
    expect((await app.say(briton, '/help'))[0]!.text).toBe(
      'You have sent many requests within one minute, so the last one was not dealt with. Please send it again in 60 seconds; until then the bot does not answer.',
    )
  })

  it('is counted over all chats, and stops nobody else in the group', async () => {
    await start()
    await app.linkedCouncil(SMALL_PLAN)
    await ask(STRANGER, MOST_OF_PERSON)
    expect(await app.sayInGroup(STRANGER, '/viec')).toHaveLength(1)
    expect(await app.sayInGroup(STRANGER, '/viec')).toEqual([])
    expect((await app.sayInGroup(HEAD, '/viec'))[0]!.text).toContain('Việc đến hạn')
  })

  it('finds the choices still open that were pressed in vain', async () => {
    await start()
    await app.linkedCouncil(SMALL_PLAN)
    const [shown] = await app.say(SECRETARY, '/viec')
    pass(60)
    await ask(SECRETARY, MOST_OF_PERSON + 1)
    expect(await app.press(SECRETARY, shown!, 'Quý II')).toEqual([])
    pass(60)
    expect((await app.press(SECRETARY, shown!, 'Quý II'))[0]!.text).toContain('Quý II/2025')
  })

  it('has no file fetched', async () => {
    await start()
    await app.linkedCouncil()
    await ask(SECRETARY, MOST_OF_PERSON + 1)
    const chat = { externalId: SECRETARY.id, kind: 'private' as const }
    const file = { kind: 'file' as const, messageId: 'f', fileId: 'no-such', name: 'ke-hoach.txt', size: 9 }
    expect(await app.deliver(SECRETARY, chat, file)).toEqual([])
    expect(app.logged.filter(({ message }) => message.includes('could not be answered'))).toEqual([])
  })

  it('hands in counts whole or not at all', async () => {
    await start('telegram', '2025-12-01T09:00:00+07:00')
    const round = await openRound(app, (await app.linkedCouncil()).id)
    await makeHead(app, HEAD, 'Công an phường')
    await ask(HEAD, MOST_OF_PERSON - 1)
    await app.say(HEAD, '2tt 4cn')
    await app.say(HEAD, '3tt 5cn')
    const numbers = async () => (await numbersOf(app, round))['Công an phường']
    expect(await numbers()).toBe('2/4/-')
    pass(60)
    await app.say(HEAD, '3tt 5cn')
    expect(await numbers()).toBe('3/5/-')
  })
})

describe('a group in which too much is asked', () => {
  const everybodyAsks = async (times: number) => {
    const said: string[] = []
    for (let time = 0; time < times; time += 1) {
      const shown = await app.sayInGroup(member(time % 20), '/ngonngu')
      said.push(...shown.map(({ text }) => text))
    }
    return said
  }

  it('is told once for all, while other chats are answered', async () => {
    await start()
    expect(await everybodyAsks(MOST_OF_CHAT)).toHaveLength(120)
    expect(await everybodyAsks(30)).toEqual([
      'Trong một phút đã có nhiều yêu cầu ở đây nên yêu cầu vừa rồi chưa được xử lý. Đề nghị gửi lại sau 60 giây; trong khi chờ, bot không trả lời ở đây.',
    ])
    expect(await app.say(member(0), '/trogiup')).toHaveLength(1)
    expect(await app.sayInGroup(member(0), '/trogiup', {}, 'group-2')).toHaveLength(1)
  })

  it('still loses and gains the bot', async () => {
    await start()
    await app.linkedCouncil()
    await everybodyAsks(MOST_OF_CHAT + 1)
    const group = { externalId: GROUP, kind: 'group' as const }
    const state = async () => (await app.db.chat.findFirstOrThrow({ where: { externalId: GROUP } })).state
    await app.deliver(member(0), group, { kind: 'removed' })
    expect(await state()).toBe('left')
    expect(await app.deliver(member(0), group, { kind: 'added' })).toHaveLength(1)
    expect(await state()).toBe('active')
    await app.deliver(member(0), group, { kind: 'migrated', to: '-100' })
    expect(await app.db.chat.count({ where: { externalId: '-100' } })).toBe(1)
  })
})

describe('an honest burst', () => {
  it('of forty heads who answer a card within one minute is taken', async () => {
    await start('telegram', '2025-12-01T09:00:00+07:00')
    const { id } = await app.linkedCouncil()
    const names = Array.from({ length: 40 }, (_, index) => `Tổ dân phố số ${index + 1}`)
    for (const name of names) await addUnit(app.db, id, name, [], app.now)
    const units = new Map((await listUnits(app.db, id)).map((unit) => [unit.name, unit.id]))
    for (const [index, name] of names.entries()) {
      const { id: externalId, name: called } = member(index)
      const personId = await seePerson(app.db, { platform: 'telegram', externalId, name: called }, app.now)
      await addMembership(app.db, { councilId: id, personId, role: 'head', unitId: units.get(name) }, app.now)
    }
    const quota = Object.fromEntries(names.map((name) => [name, { collective: 9, individual: 9 }]))
    const round = await openRound(app, id, { movements: [{ ...YEARLY, units: quota }] })
    for (const [index] of names.entries()) {
      await app.sayInGroup(member(index), '3tt 4cn')
      await app.sayInGroup(member(index), '3tt 5cn')
    }
    const numbers = await numbersOf(app, round)
    expect(names.map((name) => numbers[name])).toEqual(names.map(() => '3/5/-'))
  })

  it('of a secretary who enters numbers for 25 units is taken', async () => {
    await start('telegram', '2025-12-01T09:00:00+07:00')
    const { id } = await app.linkedCouncil()
    const names = Array.from({ length: 25 }, (_, index) => `Tổ dân phố số ${index + 1}`)
    for (const name of names) await addUnit(app.db, id, name, [], app.now)
    const quota = Object.fromEntries(names.map((name) => [name, { collective: 9, individual: 9 }]))
    const round = await openRound(app, id, { movements: [{ ...YEARLY, units: quota }] })
    for (const name of names) await app.say(SECRETARY, `${name} 3tt 5cn`)
    const numbers = await numbersOf(app, round)
    expect(names.map((name) => numbers[name])).toEqual(names.map(() => '3/5/-'))
  })
})

describe('where the bot hears everything', () => {
  it('talk counts for nothing', async () => {
    await start('zalo-oa')
    await app.linkedCouncil(SMALL_PLAN)
    for (let time = 0; time < MOST_OF_CHAT + 10; time += 1) await app.sayInGroup(STRANGER, 'sáng mai họp lúc mấy giờ')
    expect(await app.sayInGroup(STRANGER, '/viec')).toHaveLength(1)
  })

  it('questions that are answered count', async () => {
    await start('zalo-oa')
    await app.linkedCouncil(SMALL_PLAN)
    let answers = 0
    for (let time = 0; time < MOST_OF_PERSON + 10; time += 1)
      answers += (await app.sayInGroup(STRANGER, 'quý này có gì đến hạn?')).length
    expect(answers).toBe(MOST_OF_PERSON)
    expect((await app.sayInGroup(STRANGER, '/viec'))[0]!.text).toContain('Đề nghị gửi lại sau')
    expect(await app.sayInGroup(HEAD, 'quý này có gì đến hạn?')).toHaveLength(1)
  })

  it('questions that are refused aloud count, too', async () => {
    await start('zalo-oa')
    await app.linkedCouncil()
    const texts: string[] = []
    for (let time = 0; time < MOST_OF_PERSON + 10; time += 1)
      texts.push(...(await app.sayInGroup(STRANGER, 'quý này có gì đến hạn?')).map(({ text }) => text))
    expect(texts).toHaveLength(MOST_OF_PERSON)
    expect(texts[0]).toContain('chưa có kế hoạch nào được duyệt')
  })
})

it('in the playground nobody is limited', () => {
  const gate = createFloodGate()
  app = { stop: () => Promise.resolve() } as TestApp
  const event = { kind: 'text' as const, messageId: '1', text: '/viec', addressed: 'private' as const }
  const chat = { externalId: 'an', kind: 'private' as const }
  const inbound = {
    platform: 'playground' as const,
    externalId: '1',
    chat,
    sender: { externalId: 'an', name: 'An' },
    event,
  }
  const now = new Date('2025-02-20T01:00:00Z')
  for (let id = 0; id < 1000; id += 1) expect(gate.refuses(id, inbound, now)).toBeUndefined()
})

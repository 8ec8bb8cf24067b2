import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSay } from '#commands/say.ts'
import type { ChatId, CouncilId, RoundId } from '#domain/ids.ts'
import type { Inbound } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import { addMembership, seePerson } from '#prisma/persons.ts'
import { hasStaleRounds, placeRoundCards } from '#prisma/round-cards.ts'
import { addUnit, listUnits } from '#prisma/units.ts'
import { ringRoundCards } from '#scheduler/ring-round-cards.ts'
import type { Ring } from '#scheduler/ring.ts'
import { createTestApp, GROUP, SECRETARY, type TestApp } from '../support/app.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { FakeTime } from '../support/fake-time.ts'
import { random } from '../support/random.ts'
import { numbersOf, openRound, YEARLY } from '../support/rounds.ts'
import { until } from '../support/until.ts'

const UNIT_COUNT = 40
const SECOND_GROUP = 'group-2'
const names = Array.from({ length: UNIT_COUNT }, (_, index) => `Tổ dân phố số ${index + 1}`)
const headOf = (index: number): Speaker => ({ id: `head-${index}`, name: `Tổ trưởng ${index + 1}` })

let app: TestApp
let round: RoundId
let time: FakeTime
let ring: Ring
/** When the card of a group was sent or edited, in milliseconds of the ring's time. */

beforeEach(async () => {
  app = await createTestApp('2025-12-01T09:00:00+07:00')
  const { id } = await app.linkedCouncil()
  await app.sayInGroup(SECRETARY, '/lienket', {}, SECOND_GROUP)
  for (const name of names) await addUnit(app.db, id, name, [], app.now)
  await makeHeads(id)
  const quota = { collective: 99, individual: 99 }
  const units = Object.fromEntries(names.map((name) => [name, quota]))
  round = await openRound(app, id, { movements: [{ ...YEARLY, units }] })
  const second = await app.db.chat.findFirstOrThrow({ where: { externalId: SECOND_GROUP } })
  await placeRoundCards(app.db, round, [second.id as ChatId])
  startRing()
  await cardsWritten()
})
afterEach(async () => {
  await ring.stop()
  await app.stop()
})

/** The ring of the composition root, in a time that the test moves. */
function startRing() {
  time = new FakeTime(app.now.toISOString())
  const { platform } = app
  const send = platform.send.bind(platform)
  platform.send = (message) => {
    // As the composition root does after each answered update.
    if (!isCard(message.body.text)) ring.ring()
    return send(message)
  }
  ring = ringRoundCards({
    db: app.db,
    clock: time.clock,
    sleep: time.sleep,
    say: createSay(loadTranslators()),
    log: { error: (_, message) => expect.fail(message) },
    afterRun: () => undefined,
  })
}

const isCard = (text: string) => text.includes('đơn vị') && text.includes('Tập thể')
const cardIn = (group: string) => app.platform.seen.find(({ chat, text }) => chat === group && isCard(text))!

function pass(ms: number) {
  time.advance(ms)
  app.now = time.clock()
}

/** Resolves when the cards show the newest state; a second passes for each time that they are written. */
async function cardsWritten() {
  ring.ring()
  await until(async () => {
    pass(100)
    return !(await hasStaleRounds(app.db))
  })
  await app.settle()
}

async function makeHeads(council: CouncilId) {
  const units = new Map((await listUnits(app.db, council)).map(({ id, name }) => [name, id]))
  for (const [index, name] of names.entries()) {
    const { id: externalId, name: called } = headOf(index)
    const person = await seePerson(app.db, { platform: 'telegram', externalId, name: called }, app.now)
    const membership = { councilId: council, personId: person, role: 'head' as const, unitId: units.get(name) }
    await addMembership(app.db, membership, app.now)
  }
}

type Text = Extract<Inbound['event'], { kind: 'text' }>

interface Answer {
  head: number
  text: string
  /** Which of the person's messages it is, or changes. */
  message: number
  revision: number
  edited: boolean
}

const collective = (head: number, step: number) => step + (head % 7)
const individual = (head: number, step: number) => 10 + step + (head % 5)
const both = (head: number, one: number, other = one) => `${collective(head, one)}tt ${individual(head, other)}cn`

/** What somebody says five times; the numbers of "3tt" and "13cn" tell in which step. `ends`: the steps whose numbers count in the end, by hand. */
interface Talk {
  steps: (head: number) => Pick<Answer, 'text' | 'message' | 'edited'>[]
  ends: [collective: number, individual: number]
}

const said = (message: number, text: string) => ({ message, text, edited: false })
const changed = (message: number, text: string) => ({ message, text, edited: true })

const TALKS: Talk[] = [
  // five messages
  { steps: (head) => [1, 2, 3, 4, 5].map((step) => said(step, both(head, step))), ends: [5, 5] },
  // three messages, the last one changed twice
  {
    steps: (head) => [
      ...[1, 2, 3].map((step) => said(step, both(head, step))),
      ...[4, 5].map((step) => changed(3, both(head, step))),
    ],
    ends: [5, 5],
  },
  // four messages; of the first one a single number is changed at last, and only that one counts
  {
    steps: (head) => [...[1, 2, 3, 4].map((step) => said(step, both(head, step))), changed(1, both(head, 1, 5))],
    ends: [4, 5],
  },
  // one category at a time, each message changed later
  {
    steps: (head) => [
      said(1, `${collective(head, 1)} tập thể`),
      said(2, `${individual(head, 2)} cá nhân`),
      changed(1, `${collective(head, 3)} tập thể`),
      said(4, `${individual(head, 4)} cá nhân`),
      changed(2, `${individual(head, 5)} cá nhân`),
    ],
    ends: [3, 5],
  },
]

const talkOf = (head: number) => TALKS[head % TALKS.length]!
/** In either group under its card, or in private. */
const placeOf = (head: number) => [GROUP, SECOND_GROUP, headOf(head).id][Math.floor(head / TALKS.length) % 3]!

/** The answers of all heads, in the order in which they were given: the heads take turns. */
function answers(): Answer[] {
  const turns = [0, 1, 2, 3, 4].flatMap((turn) =>
    names.map((_, head) => ({ head, ...talkOf(head).steps(head)[turn]! })),
  )
  return turns.map((answer, index) => ({ ...answer, revision: index + 1 }))
}

function shuffled<T>(items: T[], seed: number): T[] {
  const next = random(seed)
  return items
    .map((item) => [next(), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item)
}

async function deliver({ head, text, message, revision, edited }: Answer) {
  const { id, name } = headOf(head)
  const place = placeOf(head)
  const inGroup = place !== id
  const event: Text = {
    kind: 'text',
    text,
    messageId: `${id}-${message}`,
    revision,
    edited,
    ...(inGroup ? { addressed: 'reply', repliesTo: cardIn(place).id } : { addressed: 'private' }),
  }
  await app.platform.deliver({
    externalId: `answer-${revision}`,
    chat: { externalId: place, kind: inGroup ? 'group' : 'private' },
    sender: { externalId: id, name },
    event,
  })
}

describe('two hundred answers at once', () => {
  it.each([1, 2, 3])('some of them twice, some changed, in any order (%i): every number is right', async (seed) => {
    const all = answers()
    expect(all).toHaveLength(200)
    const twice = all.filter(({ revision }) => revision % 5 === 0)
    let answered = false
    const answering = Promise.all(shuffled([...all, ...twice], seed).map(deliver))
      .then(() => app.settle())
      .finally(() => (answered = true))
    await until(() => (pass(5), answered))
    await answering
    await cardsWritten()

    const expected = names.map((name, head): [string, string] => {
      const [one, other] = talkOf(head).ends
      return [name, `${collective(head, one)}/${individual(head, other)}/-`]
    })
    expect(await numbersOf(app, round)).toEqual(Object.fromEntries(expected))
    expect(await app.db.inbox.count({ where: { externalId: { startsWith: 'answer-' }, doneAt: null } })).toBe(0)
    expect(await app.db.inbox.count({ where: { externalId: { startsWith: 'answer-' } } })).toBe(200)
    expect(app.logged).toEqual([])

    const sum = (at: 0 | 1) => expected.reduce((total, [, numbers]) => total + Number(numbers.split('/')[at]), 0)
    for (const group of [GROUP, SECOND_GROUP]) {
      expect(cardIn(group).text).toContain('Đã gửi 40/40 đơn vị')
      expect(cardIn(group).text).toContain(`Tập thể ${sum(0)}/3960 · Cá nhân ${sum(1)}/3960`)
      const rows = await app.db.outbox.findMany({
        where: { dedupeKey: { startsWith: 'round-card:' }, chat: { externalId: group } },
        orderBy: { id: 'asc' },
      })
      const times = rows.map(({ createdAt }) => createdAt.getTime())
      const gaps = times.slice(1).map((at, index) => at - times[index]!)
      expect(times.length).toBeGreaterThan(1)
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000)
    }
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { SAMPLE_COUNCIL } from '#commands/operator/sample/council.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { CouncilId } from '#domain/ids.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { GROUP, HEAD, SECRETARY, TestApp } from '../support/app.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { expectedYear, isPlain, isWorked } from '../support/expected-year.ts'
import { startReminding } from '../support/two-processes.ts'
import { everyMinute, liveThrough, rehearsed, type Said, type Span } from '../support/year.ts'

// The real bell would ring in between.

const SAMPLE = new URL(`../../commands/operator/sample/${SAMPLE_COUNCIL.planFile}`, import.meta.url)
const SHARED = fileURLToPath(new URL('../../../shared/plans/', import.meta.url))

const running: TestApp[] = []
afterEach(async () => {
  for (const app of running.splice(0)) await app.stop()
})

/** A council with one group, and the plan approved on the day before the span. */
async function given(plan: string, { from }: Span, settings: Record<string, string> = {}) {
  const app = await new TestApp(`${from}T07:00:00+07:00`, settings).start()
  running.push(app)
  const { id } = await app.linkedCouncil(plan)
  return { app, council: id }
}

/** Tasks of a council, as the reminders see them. */
const tasksIn = async ({ db }: TestApp, council: string) => tasksOf(db, await approvedPlans(db, council as CouncilId))

async function expectYear(app: TestApp, council: string, span: Span): Promise<Said[]> {
  const live = await liveThrough(app, span)
  const { items, said } = await rehearsed(app, council, span)
  expect(live).toEqual(said)
  expect(live.filter(({ at }) => !at.endsWith(' 08:00') || !isWorked(at.slice(0, 10) as IsoDate))).toEqual([])
  const tasks = await tasksIn(app, council)
  const plain = new Set(tasks.filter((task) => isPlain(task, tasks)).map(({ ref }) => ref))
  const told = items
    .filter(({ chat, kind }) => chat === `telegram:${GROUP}` && kind !== 'digest')
    .flatMap(({ at, kind, refs }) =>
      refs.filter((ref) => plain.has(ref)).map((ref) => `${at.slice(0, 10)} ${kind} ${ref}`),
    )
  expect(told.sort()).toEqual([...expectedYear(tasks, span)].sort())
  const doubtful = tasks.filter(({ deadlines }) => deadlines.length > 0 && deadlines.every(({ suspect }) => suspect))
  const named = new Set(items.flatMap(({ refs }) => refs))
  expect(doubtful.filter(({ ref }) => named.has(ref))).toEqual([])
  expect(app.logged).toEqual([])
  return live
}

describe('a year', () => {
  const span: Span = { from: '2025-01-16', to: '2025-12-31' }

  it(
    'of the sample ward: each reminder once, on working days at its hour, as rehearsed, in the group and to the head',
    { timeout: 120_000 },
    async () => {
      const { app, council } = await given(readFileSync(SAMPLE, 'utf8'), span)
      const [code] = await app.say(SECRETARY, '/moi trưởng Công an phường')
      await app.say(HEAD, /\/start \S+/.exec(code!.text)![0])
      const live = await expectYear(app, council, span)
      expect(new Set(live.map(({ chat }) => chat))).toEqual(new Set([GROUP, HEAD.id]))
      const { items } = await rehearsed(app, council, span)
      const lines = items
        .filter(({ chat }) => chat === `telegram:${GROUP}`)
        .map(({ at, kind, refs }) => `${at.slice(0, 10)} ${kind.padEnd(8)} ${refs.join(' ')}`)
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./sample-ward-2025.txt')
    },
  )

  it.skipIf(!existsSync(SHARED)).each([
    ['000_f5d8082cf000cdee.txt', { from: '2025-01-13', to: '2025-12-31' }],
    ['001_1fd602e1b0c2be66.txt', { from: '2024-12-09', to: '2025-12-31' }],
  ] as [string, Span][])(
    'of the real plan %s (../shared/plans; skipped where it is absent)',
    { timeout: 120_000 },
    async (name, days) => {
      const { app, council } = await given(readFileSync(SHARED + name, 'utf8'), days)
      expect(await expectYear(app, council, days)).not.toEqual([])
    },
  )
})

describe('two processes on one database', () => {
  it('say together what one would, and nothing twice', { timeout: 120_000 }, async () => {
    const span: Span = { from: '2025-03-01', to: '2025-04-30' }
    const url = await databaseUrl(temporaryFile('shared.db'))
    const { app, council } = await given(readFileSync(SAMPLE, 'utf8'), span, { DATABASE_URL: url })
    const processes = await Promise.all([startReminding(url), startReminding(url)])
    const live = await everyMinute(app, span, ['08:00', '08:00', '08:01'], async (now) => {
      const counts = await Promise.all(processes.map((process) => process.run(now)))
      return counts.some(({ messages }) => messages! > 0)
    })
    for (const process of processes) process.stop()
    expect(live.map(withoutMinute)).toEqual((await rehearsed(app, council, span)).said.map(withoutMinute))
  })
})

/** Of two processes that start on a morning at once, the one that comes too late may say it a minute later. */
const withoutMinute = ({ at, chat, text }: Said) => `${at.slice(0, 10)} ${chat} ${text}`

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { councilCreate } from '#commands/operator/council-create.ts'
import { planImport } from '#commands/operator/plan-import.ts'
import { readPlan } from '#documents/read-plan.ts'
import { fold } from '#domain/fold.ts'
import { startApp, type App } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { databaseUrl } from './support/database.ts'
import {
  hasTelegramEmulator,
  startStrictTelegram,
  TOKEN,
  type Party,
  type Shown,
  type TelegramEmulator,
} from './support/telegram-emulator.ts'

const plan = fileURLToPath(new URL('../../shared/plans/001_1fd602e1b0c2be66.txt', import.meta.url))
const present = hasTelegramEmulator && existsSync(plan)

interface Milestone {
  kind: string
  to: string | null
  rrule: string | null
  proposed?: string
}
interface ExpectedTask {
  appendix: string
  no: string
  titleIncludes: string[]
  deadlines: Milestone[]
}

const QUARTERS = [
  ['I', '2025-01-01', '2025-03-31'],
  ['II', '2025-04-01', '2025-06-30'],
  ['III', '2025-07-01', '2025-09-30'],
  ['IV', '2025-10-01', '2025-12-31'],
] as const

/** The last day on time, by what a person read in the plan; undefined where no date was read. */
function dueOn({ kind, to, rrule, proposed }: Milestone): string | undefined {
  const day = proposed ?? to
  if (!day || rrule) return undefined
  const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
  return kind === 'before' ? before : day
}

const plain = (date: string) => date.split('-').reverse().map(Number).join('/')
/** Dates without leading zeros, so that 05/6/2025 and 5/6/2025 are one. */
const datesIn = (text: string) => text.replace(/\b0(\d)\//g, '$1/')

let telegram: TelegramEmulator
let app: App
let code: string
const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-'))

beforeAll(async () => {
  if (!present) return
  telegram = await startStrictTelegram()
  const settings = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.apiRoot, PLAYGROUND: 'off' }
  const started = Date.now()
  const council = new Date('2025-05-10T08:00:00+07:00').getTime()
  const realNow = () => new Date(council + Date.now() - started)
  const config = readConfig({ DATABASE_URL: await databaseUrl(`${folder}/test.db`), PORT: '0', ...settings })
  app = await startApp({ config, log: createLogger('silent'), realNow })
  const place = { locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const
  const made = await councilCreate(app.db, { name: 'Hội đồng TĐKT Thử', ...place }, realNow())
  const bytes = readFileSync(plan)
  const document = { name: 'ke-hoach.txt', bytes, draft: readPlan(bytes, 'ke-hoach.txt') }
  await planImport(app.db, { council: made.id, document, approve: true }, realNow())
  code = made.code
})

afterAll(async () => {
  if (!present) return
  await app.stop()
  await telegram.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Asks in a group and presses on through the pages of the answer. */
async function askAll(asker: Party, group: Party, question: string): Promise<string> {
  let page = await telegram.waitMessage(group, /Quý/, { after: telegram.say(asker, group, question), ms: 10_000 })
  let text = page.text ?? ''
  for (const button = 'Trang sau ›'; page.emu.buttons.flat().includes(button); text += `\n${page.text}`) {
    const press = telegram.press(asker, page, button)
    const edited = (message: Shown) => message.message_id === page.message_id && message.text !== page.text
    const [, next] = await Promise.all([
      telegram.waitAnswer(press),
      telegram.waitMessage(group, edited, { ms: 10_000 }),
    ])
    page = next
  }
  return text
}

describe.skipIf(!present)('a council on Telegram (../shared/telegram-emulator; skipped where it is absent)', () => {
  it('asks for every quarter of a real plan and misses nothing', { timeout: 60_000 }, async () => {
    const secretary = telegram.addUser({ first_name: 'Thư', language_code: 'vi' })
    const member = telegram.addUser({ first_name: 'An', language_code: 'vi' })
    const joining = telegram.say(secretary, secretary, `/start ${code}`)
    await telegram.waitMessage(secretary, 'Đã ghi nhận Thư là thư ký', { after: joining, ms: 10_000 })
    const { tasks } = JSON.parse(readFileSync(plan.replace(/txt$/, 'expected.json'), 'utf8')) as {
      tasks: ExpectedTask[]
    }

    const missed: string[] = []
    let looked = 0
    const answers = QUARTERS.map(async ([quarter, from, to]) => {
      const group = telegram.addGroup({ type: 'supergroup', title: quarter, members: [secretary, member], bot: true })
      const linking = telegram.say(secretary, group, '/lienket@test_bot')
      await telegram.waitMessage(group, 'Đã liên kết', { after: linking, ms: 10_000 })
      const answer = await askAll(member, group, `@test_bot quý ${quarter} có gì đến hạn?`)
      const shown = fold(answer)
      const isShown = ({ appendix, no, titleIncludes }: ExpectedTask) =>
        // a council session of the second appendix may stand with its task of the first
        titleIncludes.every((part) => shown.includes(fold(part))) ||
        (appendix.endsWith('2') && answer.includes(`.${no}\n`))
      for (const task of tasks)
        for (const milestone of task.deadlines) {
          const due = dueOn(milestone)
          if (!due || due < from || due > to) continue
          looked += 1
          if (!isShown(task)) missed.push(`${quarter}: ${task.appendix} ${task.no} ${task.titleIncludes.join()}`)
          const { proposed, to: written } = milestone
          const marked = `${plain(written ?? '')} — có thể là ${plain(proposed ?? '')}`
          if (proposed && !datesIn(answer).includes(marked)) missed.push(`${quarter}: not marked: ${marked}`)
        }
    })
    await Promise.all(answers)

    expect(missed).toEqual([])
    expect(looked).toBeGreaterThan(40)
    expect(telegram.violations({ severity: 'warning' })).toEqual([])
    expect(Object.keys(telegram.state().commands)).toContain('all_group_chats|en')
  })
})

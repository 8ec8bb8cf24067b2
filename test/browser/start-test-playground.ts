import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startWeb } from '#bot/http.ts'
import { openClock } from '#bot/playground/clock.ts'
import { createPlayground } from '#bot/playground/index.ts'
import type { Platform } from '#bot/platform.ts'
import { SAMPLE_COUNCIL } from '#commands/operator/sample/council.ts'
import type { Inbound, Outbound } from '#domain/messages.ts'
import { openDatabase } from '#prisma/database.ts'
import { png } from '../support/png.ts'
import { databaseUrl } from '../support/database.ts'

/** A playground in a web server on a free port, with a database of its own. */
export interface TestPlayground {
  url: string
  platform: Platform
  /** What the bot has got so far, in order. */
  inbound: Inbound[]
  /** What was logged as an error. */
  faults: object[]
  stop(): Promise<void>
}

/** Starts the sample council's playground with a bot that answers by a small script; its clock begins at `now`. */
export async function startTestPlayground(now = '2025-02-20T08:00+07:00'): Promise<TestPlayground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-playground-'))
  const db = await openDatabase(await databaseUrl(path.join(folder, 'playground.db')))
  const clock = await openClock(db, new Date(now), () => new Date())
  const { people, group } = SAMPLE_COUNCIL
  const inbound: Inbound[] = []
  const faults: object[] = []
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void faults.push(fields) }
  const platform = createPlayground({
    db,
    people,
    groups: [group],
    clock,
    movable: true,
    timeZone: 'Asia/Ho_Chi_Minh',
    log,
  })
  await platform.start(async (came) => {
    inbound.push(came)
    await answer(platform, came)
  })
  const web = await startWeb({ host: '127.0.0.1', port: 0, platforms: [platform], log })
  return {
    url: web.url,
    platform,
    inbound,
    faults,
    async stop() {
      await platform.stop()
      await web.stop()
      await db.$disconnect()
      rmSync(folder, { recursive: true })
    },
  }
}

const QUARTERS = ['Quý I/2025', 'Quý II/2025', 'Quý III/2025', 'Quý IV/2025']

/**
 * The script: a question gets the first quarter with a button to the next one, a button turns the page, a file is named, and who asks for them
 * gets a table as a file or a picture.
 */
async function answer(platform: Platform, { chat, event }: Inbound) {
  if (event.kind === 'choice') {
    const page = Number(event.prompt)
    await platform.send({ ...quarter(chat.externalId, page), edits: event.messageId })
  } else if (event.kind === 'file') {
    await platform.send(plain(chat.externalId, `Đã nhận tệp ${event.name}`))
  } else if (event.kind === 'text' && /bảng/i.test(event.text)) {
    const file = { name: 'bang-tong-hop.csv', mime: 'text/csv', base64: Buffer.from('Đơn vị,3\n').toString('base64') }
    await platform.send({ ...plain(chat.externalId, 'Bảng tổng hợp'), file })
  } else if (event.kind === 'text' && /biểu đồ/i.test(event.text)) {
    const base64 = png({ width: 1200, height: 600 }).toString('base64')
    const file = { name: 'bieu-do.png', mime: 'image/png', base64 }
    await platform.send({ ...plain(chat.externalId, 'Chỉ tiêu và đề nghị theo đơn vị'), file })
  } else if (event.kind === 'text') {
    await platform.send({ ...quarter(chat.externalId, 0), answers: event.messageId })
  }
}

function plain(chat: string, text: string): Outbound {
  return { chat, body: { text, spans: [] }, choices: [] }
}

/** The list of one quarter; the prompt is the number of the next. */
function quarter(chat: string, page: number): Outbound {
  const title = `Việc đến hạn trong ${QUARTERS[page]}`
  const text = `${title} · hôm nay 20/02/2025\nKế hoạch 21/KH-UBND ngày 16/01/2025\n\n⏳ Mục ${page + 1}`
  const next = QUARTERS[page + 1]
  const choices = next ? [[`${next} ›`]] : []
  const prompt = String(page + 1) as NonNullable<Outbound['prompt']>
  return { chat, body: { text, spans: [{ style: 'bold', offset: 0, length: title.length }] }, choices, prompt }
}

import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { it, onTestFinished } from 'vitest'
import { openDatabase } from '#prisma/database.ts'
import { databaseUrl, temporaryFile } from './support/database.ts'
import { seedMorning, tokenOf } from './support/grown-morning.ts'
import startServer from './support/postgres-server.ts'
import { startProcess } from './support/process.ts'
import { StrictTelegram } from './support/strict-telegram.ts'
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms))
it('x', async () => {
  onTestFinished(await startServer())
  const url = await databaseUrl(temporaryFile('g.db'))
  const db = await openDatabase(url)
  onTestFinished(() => db.$disconnect())
  const chats = await seedMorning(db, { councils: 150, groupsEach: 40, bots: 1 })
  const telegram = new StrictTelegram(() => 60)
  for (const [bot, a] of chats) telegram.addBot(tokenOf(bot), a)
  const root = await telegram.listen()
  onTestFinished(() => telegram.close())
  const t0 = Date.now()
  const rel = () => ((Date.now() - t0) / 1000).toFixed(1)
  const child = startProcess(['serve', '--only', 'work'], { DATABASE_URL: url, TELEGRAM_API_ROOT: `${root}/w`, PUBLIC_URL: 'https://b.example.vn', TELEGRAM_BOT_TOKEN: tokenOf(1), LOG_LEVEL: 'info' })
  const count: Record<string, number> = {}
  createInterface({ input: child.stderr! }).on('line', (l) => { try { const m = JSON.parse(l) as { msg: string }; count[m.msg] = (count[m.msg] ?? 0) + 1; if (['started', 'stopped'].includes(m.msg)) console.log(rel(), m.msg) } catch { console.log(l) } })
  while (!count['started']) await wait(50)
  await wait(1500)
  const s = Date.now()
  console.log(rel(), 'SIGTERM; councils left', await db.council.count({ where: { remindedThrough: null } }), 'taken', telegram.taken.length)
  child.kill('SIGTERM')
  const exit = once(child, 'exit')
  let gone = false
  void exit.then(() => (gone = true))
  while (!gone && Date.now() - s < 90000) {
    await wait(2000)
    const states = await db.outbox.groupBy({ by: ['state'], _count: true })
    console.log(rel(), 'left', await db.council.count({ where: { remindedThrough: null } }), 'taken', telegram.taken.length, JSON.stringify(states.map((x) => [x.state, x._count])), 'leases', (await db.lease.findMany()).map((l) => l.name).join())
  }
  console.log(rel(), 'exit', gone, 'after', Date.now() - s, JSON.stringify(count))
}, 200000)

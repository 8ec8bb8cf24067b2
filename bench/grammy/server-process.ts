import { ask, type Asking } from './asking.ts'
import { FakeBotApi } from './fake-bot-api.ts'

/** What this process is told, and what it tells back for it. */
export type Told = { ready: string } | { ask: Asking }

const api = new FakeBotApi()

process.on('message', (told: Told) => {
  const work = 'ask' in told ? ask(api, told.ask) : api.ready(told.ready)
  void work.then((done) => process.send!(done ?? 'ready'))
})
process.on('disconnect', () => process.exit())
process.send!(await api.listen())

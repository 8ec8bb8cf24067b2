import { rehearsal, type RehearsedItem } from '#commands/operator/rehearse.ts'
import { createSay } from '#commands/say.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { TRAITS } from '#domain/platforms.ts'
import { loadTranslators } from '#locales/translate.ts'
import { remind } from '#scheduler/remind.ts'
import type { TestApp } from './app.ts'

export interface Span {
  from: IsoDate
  to: IsoDate
}

/** Something that was said: the council-local minute ("2025-03-07 08:00"), the chat and the text. */
export interface Said {
  at: string
  chat: string
  text: string
}

/** Before its hour, five times in its minute, after it, at noon and in the quiet hours. */
export const MINUTES = ['07:59', '08:00', '08:00', '08:00', '08:00', '08:00', '08:01', '12:00', '20:30']

/** Runs the job at these minutes of every day, without the lock that keeps runs apart, and returns all that was said. */
export async function liveThrough(app: TestApp, span: Span, minutes = MINUTES): Promise<Said[]> {
  // The rehearsal shows whole messages: so does a network that takes any length.
  Object.assign(TRAITS.telegram, { textLimit: Infinity })
  const say = createSay(loadTranslators())
  const log = { error: (fields: object, message: string) => void app.logged.push({ fields, message }) }
  return everyMinute(app, span, minutes, async (now) => {
    const counts = await remind.run({ db: app.db, now, log, say })
    return counts['messages']! > 0
  })
}

/** Has `run` deal with each of these minutes; where it says that something was said, the app sends it. */
export async function everyMinute(
  app: TestApp,
  { from, to }: Span,
  minutes: string[],
  run: (now: Date) => Promise<boolean>,
): Promise<Said[]> {
  const { seen } = app.platform
  const said: Said[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (const minute of minutes) {
      const before = seen.length
      app.now = new Date(`${day}T${minute}:00+07:00`)
      if (await run(app.now)) await app.settle()
      said.push(...seen.slice(before).map(({ chat, text }) => ({ at: `${day} ${minute}`, chat, text })))
    }
  }
  return said
}

/** The rehearsal of a span, item by item and message by message. */
export async function rehearsed({ db }: TestApp, council: string, span: Span) {
  const messages = (await rehearsal(db, { council, ...span })).map(({ items }) => items)
  const items: RehearsedItem[] = messages.flat()
  const said = messages.map(([item]): Said => {
    const { at, chat, text } = item!
    return { at: at.slice(0, 16).replace('T', ' '), chat: chat.replace('telegram:', ''), text }
  })
  return { items, said }
}

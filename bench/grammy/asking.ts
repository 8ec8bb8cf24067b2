import { readFileSync } from 'node:fs'
import type { Update } from 'grammy/types'
import type { FakeBotApi } from './fake-bot-api.ts'

/** Who asks where; a private chat has its person's address. */
export interface Asker {
  chat: string
  person: string
}

export interface Asking {
  token: string
  /** The process whose processor time is counted. */
  pid: number
  askers: Asker[]
  text: string
  /** What every answer holds: anything else is none. */
  holds: string
  roundTripMs: number
  /** So many ask at once; whoever is answered is followed by the next asker after a pause. */
  atOnce: number
  pauseMs: number
  /** Not counted, then counted. */
  warmSeconds: number
  seconds: number
}

export interface Asked {
  seconds: number
  /** Of each answer the milliseconds from the question in the network's hands. */
  times: number[]
  /** Processor time of the bot, all threads, in milliseconds; undefined where the system does not tell it as Linux does. */
  cpuMs: number | undefined
  /** Answers that were none. */
  wrong: number
}

/** After this long no answer comes any more. */
const LONGEST_MS = 30_000

/** Has people ask a bot for a while, each answered one followed by the next. */
export async function ask(api: FakeBotApi, asking: Asking): Promise<Asked> {
  const { token, askers, text, holds, pid } = asking
  const open = new Map<string, { begun: number; answered: () => void }>()
  let times: number[] = []
  let wrong = 0
  let isOver = false
  let next = 0
  api.roundTripMs = asking.roundTripMs
  api.onMessage = (taken) => {
    const question = taken.token === token ? open.get(taken.chat) : undefined
    if (!question) return
    open.delete(taken.chat)
    times.push(performance.now() - question.begun)
    if (!taken.text.includes(holds)) wrong += 1
    question.answered()
  }
  const askOnce = (asker: Asker) =>
    new Promise<void>((answered) => {
      open.set(asker.chat, { begun: performance.now(), answered })
      api.push(token, questionOf(asker, text, ++next))
    })
  /** The askers of one of those who ask at once are nobody else's: no chat has two questions open. */
  const keepAsking = async (_: unknown, at: number) => {
    const own = askers.filter((__, index) => index % asking.atOnce === at)
    for (let turn = 0; !isOver; turn += 1) {
      await askOnce(own[turn % own.length]!)
      if (asking.pauseMs > 0) await pause(asking.pauseMs)
    }
  }
  const all = Array.from({ length: asking.atOnce }, keepAsking)
  await pause(asking.warmSeconds * 1000)
  times = []
  const [begun, cpuBefore] = [performance.now(), cpuOf(pid)]
  await pause(asking.seconds * 1000)
  const [ended, cpuAfter, counted] = [performance.now(), cpuOf(pid), times]
  times = []
  isOver = true
  const silence = pause(LONGEST_MS, 'silent')
  if ((await Promise.race([Promise.all(all), silence])) === 'silent') throw new Error('a question was not answered')
  return {
    seconds: (ended - begun) / 1000,
    times: counted,
    cpuMs: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore,
    wrong,
  }
}

function questionOf({ chat, person }: Asker, text: string, id: number): Omit<Update, 'update_id'> {
  const [command = ''] = text.split(' ')
  return {
    message: {
      message_id: id,
      date: Math.floor(Date.now() / 1000),
      chat:
        chat === person
          ? { id: Number(chat), type: 'private', first_name: 'Hoa' }
          : { id: Number(chat), type: 'supergroup', title: 'Hội đồng' },
      from: { id: Number(person), is_bot: false, first_name: 'Hoa' },
      text,
      entities: [{ type: 'bot_command', offset: 0, length: command.length }],
    },
  }
}

const pause = (ms: number, value?: string) => new Promise((resolve) => setTimeout(resolve, ms, value))

/** Of all threads; the kernel counts in hundredths of a second. */
function cpuOf(pid: number): number | undefined {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const fields = after.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return undefined
  }
}

import { groupBy } from './group-by.ts'
import type { Taken } from './strict-telegram.ts'

/** From https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: how many, in how many milliseconds. */
const LIMITS = { bot: [30, 1000], chat: [1, 1000], group: [20, 60_000] } as const

/** How often a bot sent more than Telegram allows in all, into one chat or into one group (its address begins with a minus), one line for each. */
export function limitsExceeded(taken: Taken[]): string[] {
  const inOrder = taken.toSorted((one, other) => one.at - other.at)
  const byBot = groupBy(inOrder, ({ token }) => token)
  const byChat = groupBy(inOrder, ({ token, chat }) => `${token} ${chat}`)
  const byGroup = new Map([...byChat].filter(([, [first]]) => first?.chat.startsWith('-')))
  return [
    ...[...byBot].flatMap(([name, sent]) => tooMany(`bot ${name}`, sent, LIMITS.bot)),
    ...[...byChat].flatMap(([name, sent]) => tooMany(`chat ${name}`, sent, LIMITS.chat)),
    ...[...byGroup].flatMap(([name, sent]) => tooMany(`group ${name}`, sent, LIMITS.group)),
  ]
}

function tooMany(name: string, sent: Taken[], [most, windowMs]: readonly [number, number]): string[] {
  return sent.flatMap(({ at, by }, index) => {
    const earlier = sent[index - most]
    if (!earlier || at - earlier.at >= windowMs) return []
    return [`${name}: ${most + 1} in ${at - earlier.at} ms, the last one by ${by}, the first one by ${earlier.by}`]
  })
}

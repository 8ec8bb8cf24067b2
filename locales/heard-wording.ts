import type { Message, Reply } from '#domain/messages.ts'

/** Sentences that ask for a reply to the message: in a group where everything is heard no network tells what is replied to, and none is needed. */
const HEARD: Readonly<Record<string, string>> = {
  'round-hint': 'round-hint-heard',
  'round-hint-several': 'round-hint-several-heard',
  'nominate-reason': 'nominate-reason-heard',
}

/** A reply as it is said in a group where the bot hears everything. */
export const asHeard = (reply: Reply): Reply => ({
  ...reply,
  head: reply.head.map(heard),
  ...(reply.foot ? { foot: reply.foot.map(heard) } : {}),
})

const heard = (message: Message): Message => ({ ...message, key: HEARD[message.key] ?? message.key })

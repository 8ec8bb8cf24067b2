/** Messages a second to all chats together (Telegram, Bots FAQ: "about 30 messages per second"). */
export const LIMITS = { perSecond: 30 }

/** The whole seconds that so many messages take at best where the network takes so many a second. */
export function estimate(count: number, { perSecond }: { perSecond: number }): number {
  return Math.ceil(count / perSecond)
}

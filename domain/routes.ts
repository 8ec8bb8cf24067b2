import type { PlatformName } from './messages.ts'
import { botKey, type BotRef } from './platforms.ts'

/** A private chat of a person with a bot. */
export interface Route extends BotRef {
  /** Whether the bot may still write there. */
  active: boolean
  /** When the person last wrote there; undefined: never since this is kept. */
  heardAt: Date | undefined
}

/** What decides between a person's routes. */
export interface Wish {
  /** The platform that the person chose; undefined: the one last heard from. */
  preferred: PlatformName | undefined
  /** The keys of the bots that take nothing at the moment. */
  down: ReadonlySet<string>
  /** The number of the bot through which the council is spoken to on each platform, as far as one is. */
  bots?: ReadonlyMap<PlatformName, number> | undefined
}

/**
 * A person's routes in the order in which they are tried: a person is told once, on the first. Routes that can be used come before those of a
 * bot that is down, and those before chats that the bot may not write to any more; among these a chat with another bot than the council's comes
 * last where the person may be told by that one, too; then the preferred platform, then the one heard from last, then as they were given.
 */
export function routesInOrder<R extends Route>(routes: readonly R[], { preferred, down, bots }: Wish): R[] {
  const rank = (route: Route) => (route.active ? (down.has(botKey(route)) ? 1 : 0) : 2)
  const isOurs = ({ platform, bot }: Route) => bots?.get(platform) === bot
  const served = new Set(routes.filter((route) => route.active && isOurs(route)).map(({ platform }) => platform))
  const isSecond = (route: Route) => served.has(route.platform) && !isOurs(route)
  const heard = ({ heardAt }: Route) => heardAt?.getTime() ?? 0
  return routes.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      Number(isSecond(one)) - Number(isSecond(other)) ||
      Number(other.platform === preferred) - Number(one.platform === preferred) ||
      heard(other) - heard(one),
  )
}

/** Reasons for which a message to a person goes another way: this route does not reach them, and the message certainly did not arrive. */
const UNREACHABLE = [
  /^(?:window|unreachable|blocked|quota|monthly-reserve|not-our-group)$/,
  /^the bot is not in the chat$/,
  /bot was blocked by the user/,
  /user is deactivated/,
  /chat not found/,
]

/** Whether what was refused for this reason is said on another route of the person. */
export const goesAnotherWay = (reason: string): boolean => UNREACHABLE.some((pattern) => pattern.test(reason))

/** Why a row ended whose words were said on another route. */
export const REROUTED = 'rerouted'

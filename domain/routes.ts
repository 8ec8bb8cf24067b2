import type { PlatformName } from './messages.ts'

/** A private chat of a person with the bot. */
export interface Route {
  platform: PlatformName
  /** Whether the bot may still write there. */
  active: boolean
  /** When the person last wrote there; undefined: never since this is kept. */
  heardAt: Date | undefined
}

/** What decides between a person's routes. */
export interface Wish {
  /** The platform that the person chose; undefined: the one last heard from. */
  preferred: PlatformName | undefined
  /** The platforms that take nothing at the moment. */
  down: ReadonlySet<PlatformName>
}

/**
 * A person's routes in the order in which they are tried: a person is told once, on the first. Routes that can be used come before those on a
 * platform that is down, and those before chats that the bot may not write to any more; among these the preferred platform, then the one heard
 * from last, then as they were given.
 */
export function routesInOrder<R extends Route>(routes: readonly R[], { preferred, down }: Wish): R[] {
  const rank = ({ active, platform }: Route) => (active ? (down.has(platform) ? 1 : 0) : 2)
  const heard = ({ heardAt }: Route) => heardAt?.getTime() ?? 0
  return routes.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
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

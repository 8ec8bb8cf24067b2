import type { Platform } from '#bot/platform.ts'
import { ConfigError, type Config } from './config.ts'

/** What a process does of all that there is to do: everything, or one part beside other processes on the same database. */
export type Role = 'all' | 'web' | 'work'

interface Duties {
  /** Serves webhooks, pages, calendars and files; what whoever watches it asks for, each one does. */
  web: boolean
  /** Sends, and does what happens by itself. */
  work: boolean
  /** The platforms whose updates it takes in. What came in is answered in every role. */
  intake: readonly Platform['intake'][]
}

export const DUTIES: Readonly<Record<Role, Duties>> = {
  all: { web: true, work: true, intake: ['webhook', 'fetch'] },
  web: { web: true, work: false, intake: ['webhook'] },
  work: { web: false, work: true, intake: ['fetch'] },
}

/** The settings of a process with this role. The playground keeps its pages, its clock and its people in one process. */
export function settingsFor(role: Role, config: Config): Config {
  return role === 'all' ? config : { ...config, PLAYGROUND: 'off' }
}

/** Throws ConfigError where a role has nothing to do with these settings. */
export function checkRole(role: Role, config: Config, platforms: readonly Platform[]): void {
  if (role === 'all') return
  if (platforms.length === 0)
    throw new ConfigError(`serve --only ${role} needs the token of a platform, such as TELEGRAM_BOT_TOKEN`)
  if (role === 'web' && !config.PUBLIC_URL && !platforms.some(({ routes }) => routes))
    throw new ConfigError('serve --only web has nothing to serve without PUBLIC_URL')
}

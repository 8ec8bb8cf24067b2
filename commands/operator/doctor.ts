import { readCredential } from '#prisma/credentials.ts'
import type { Database } from '#prisma/database.ts'
import { lookAtDatabase } from '#prisma/look-at-database.ts'
import { lastRuns } from '#prisma/health.ts'
import { outagesNow } from '#prisma/outages.ts'
import { backupFindings } from './doctor-backup.ts'
import { databaseFindings, isUsable } from './doctor-database.ts'
import { botsIn, settingsFindings, type Settings } from './doctor-settings.ts'
import { webFindings } from './doctor-web.ts'
import { clockFindings, jobFindings, outageFinding, tokenFindings } from './doctor-work.ts'
import { fault, type Finding } from '#domain/finding.ts'
import { botKey, type BotRef } from '#domain/platforms.ts'

/** What a bot found out about itself; `platform`: its key, such as `telegram:2`. */
export interface Probed {
  platform: string
  findings: Finding[]
}

/** A finding, and what it is about: `settings`, `database`, `backups`, the key of a bot, `web`, `clock` or `jobs`. */
export type Examined = { about: string } & Finding

interface Patient {
  /** Throws an Error whose lines say what is wrong with them. */
  settings: () => Settings
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  probe: () => Promise<Probed[]>
  now: () => Date
}

/**
 * Looks at everything that the bot needs. A database of an earlier version stays so: then neither its rows nor the networks, whose tokens may be
 * there, are asked.
 */
export async function examine({ settings: read, withDatabase, probe, now }: Patient): Promise<Examined[]> {
  const settings = readSettings(read)
  if (Array.isArray(settings)) return about('settings', settings)
  const file = await lookAtDatabase(settings.DATABASE_URL)
  const moment = { now: now(), timeZone: settings.DEFAULT_TIME_ZONE }
  return [
    ...about('settings', settingsFindings(settings)),
    ...about('database', databaseFindings(file)),
    ...about('backups', backupFindings(settings, moment)),
    ...(isUsable(file) || file.bytes === undefined ? await probedFindings(probe) : []),
    ...about('web', await webFindings(settings)),
    ...(isUsable(file)
      ? await withDatabase((db) => rowFindings(db, settings, moment))
      : about('clock', clockFindings([], moment))),
  ]
}

function readSettings(read: () => Settings): Settings | Finding[] {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return error.message.split('\n').map((line) => fault(line, 'see .env.example'))
  }
}

async function probedFindings(probe: () => Promise<Probed[]>): Promise<Examined[]> {
  try {
    return (await probe()).flatMap(({ platform, findings }) => about(platform, findings))
  } catch (error) {
    return about('networks', [fault(`they cannot be asked: ${error instanceof Error ? error.message : 'unknown'}`)])
  }
}

async function rowFindings(
  db: Database,
  settings: Settings,
  moment: { now: Date; timeZone: string },
): Promise<Examined[]> {
  const bots = botsIn(settings)
  const keys = new Set(bots.map(botKey))
  const outages = (await outagesNow(db)).filter((outage) => keys.has(botKey(outage)))
  // The playground's clock can be moved, and with it the time at which its jobs ran.
  const runs = bots.length > 0 ? await lastRuns(db) : undefined
  return [
    ...(await accountFindings(db, settings, moment)),
    ...outages.flatMap((outage) => about(botKey(outage), [outageFinding(outage, moment)])),
    ...about('clock', clockFindings(runs ?? [], moment)),
    ...(runs ? about('jobs', jobFindings(runs, moment)) : []),
  ]
}

async function accountFindings(
  db: Database,
  { officialAccounts }: Settings,
  moment: { now: Date; timeZone: string },
): Promise<Examined[]> {
  const found: Examined[] = []
  for (const { bot, refreshToken } of officialAccounts) {
    const ref: BotRef = { platform: 'zalo-oa', bot }
    const findings = tokenFindings(await readCredential(db, ref), refreshToken !== undefined, { ...moment, bot })
    found.push(...about(botKey(ref), findings))
  }
  return found
}

const about = (what: string, findings: Finding[]): Examined[] => findings.map((one) => ({ about: what, ...one }))

const MARKS = { well: 'ok   ', note: 'note ', fault: 'FAULT' }

/** A line for people. */
export const formatExamined = ({ about: of, state, what, advice }: Examined): string =>
  `${MARKS[state]}  ${of}: ${what}${advice === undefined ? '' : `  → ${advice}`}`

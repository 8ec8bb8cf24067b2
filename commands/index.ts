import { account } from './account.ts'
import { announce } from './announce.ts'
import { auditLog } from './audit-log.ts'
import { calendar } from './calendar.ts'
import type { Command } from './command.ts'
import { council } from './council.ts'
import { details } from './details.ts'
import { done, undone } from './done.ts'
import { due } from './due.ts'
import { help } from './help.ts'
import { invite } from './invite.ts'
import { language } from './language.ts'
import { link } from './link.ts'
import { nominate } from './nominate.ts'
import { plan } from './plan.ts'
import { quotas } from './quotas.ts'
import { remindAgain } from './remind-again.ts'
import { round } from './round.ts'
import { settings } from './settings.ts'
import { start } from './start.ts'
import { tally } from './tally.ts'
import { units } from './units.ts'

/** All that can be asked for in chat. A plain sentence goes to the first that understands it. */
export const COMMANDS: readonly Command[] = [
  help,
  language,
  announce,
  quotas,
  auditLog,
  nominate,
  tally,
  remindAgain,
  due,
  start,
  account,
  link,
  invite,
  units,
  done,
  undone,
  details,
  calendar,
  plan,
  round,
  settings,
  council,
]

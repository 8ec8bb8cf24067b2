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
import { plan } from './plan.ts'
import { remindAgain } from './remind-again.ts'
import { settings } from './settings.ts'
import { start } from './start.ts'
import { units } from './units.ts'

/** All that can be asked for in chat. A plain sentence goes to the first that understands it. */
export const COMMANDS: readonly Command[] = [
  help,
  language,
  due,
  start,
  link,
  invite,
  units,
  done,
  undone,
  details,
  remindAgain,
  calendar,
  plan,
  settings,
  council,
]

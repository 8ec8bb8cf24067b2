import { isSecretariat, unitsLed } from '#domain/access.ts'
import { readCounts } from '#domain/counts/read-counts.ts'
import type { Inbound, PlatformName, Reply } from '#domain/messages.ts'
import { asksFurther, asksWhatIsDue, withoutCalling } from '#domain/overheard-question.ts'
import { TRAITS } from '#domain/platforms.ts'
import { readNominateLine } from '#domain/rounds/nominate-line.ts'
import type { Round } from '#domain/rounds/round.ts'
import { matchUnits } from '#domain/units.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { linesAskedFor } from '#prisma/prompts.ts'
import { questionAsked, takeQuestion } from '#prisma/questions.ts'
import { openRoundsOf } from '#prisma/rounds.ts'
import type { Context } from './command.ts'
import { due } from './due.ts'
import { yearsOf } from './due-question.ts'
import { isNamedIn } from './nominate-meant.ts'

/** Later on a person's words in a group are hardly the answer to what the bot asked. */
const ANSWERED_WITHIN_MS = 10 * 60_000
/** Nor is a time that they name what they ask further about. */
const FURTHER_WITHIN_MS = 5 * 60_000
/** Nobody asks or answers at greater length. */
const LONGEST_TEXT = 300

/** Whether something was said in a group without being addressed to the bot. Of files no network tells: where it hears everything they are not. */
export function isOverheard({ platform, chat, event }: Inbound): boolean {
  if (event.kind === 'file') return hearsAll({ platform, kind: chat.kind })
  return event.kind === 'text' && event.addressed === 'overheard'
}

/** Whether the bot hears all that is said in a chat, though it is said to others. */
export const hearsAll = ({ platform, kind }: { platform: PlatformName; kind: 'private' | 'group' }): boolean =>
  kind === 'group' && TRAITS[platform].hears === 'everything'

/** Refusals that are for whoever spoke to the bot; who merely spoke in a group is left alone. */
const NOT_FOR_OVERHEARD = new Set([
  'not-allowed',
  'not-linked-group',
  'not-linked-person',
  'not-understood',
  'choose-council',
  'private-first',
  'only-in-private',
  'only-in-group',
  'nominate-no-right',
  'nominate-not-yours',
  'task-not-yours',
])

/** Whether a reply is such a refusal. */
export const refusesOverheard = ({ head }: Reply): boolean => head.some(({ key }) => NOT_FOR_OVERHEARD.has(key))

/**
 * The command line that overheard words are surely meant for: a question that outright asks what is due, or asks on after one, the answer to the person's
 * own open question, or clear counts of somebody who may hand them in now. Undefined for all other talk, which changes nothing.
 */
export async function overheardLine(context: Context, text: string): Promise<string | undefined> {
  if (!context.council || text.length > LONGEST_TEXT) return undefined
  const words = withoutCalling(text)
  if ((await asksOutright(context, words)) || (await asksOn(context, words))) return `/${due.name} ${words}`
  const question = await answeredQuestion(context, text)
  if (question !== undefined) return `${question} ${text}`
  return (await handsIn(context, text)) ? `/denghi ${text}` : undefined
}

/** What else the question says must name a unit or tasks of the council: then it is understood as it is. */
async function asksOutright(context: Context, text: string): Promise<boolean> {
  const years = yearsOf(await approvedPlans(context.db, context.council!.id))
  if (!asksWhatIsDue(text, { today: context.today, years })) return false
  return (await due.understands?.(text, context)) === text
}

/** "Tháng 7 thì sao", from whom the bot has just told what is due at another time. */
async function asksOn({ db, chat, person, council, today, now }: Context, text: string): Promise<boolean> {
  const years = yearsOf(await approvedPlans(db, council!.id))
  if (!asksFurther(text, { today, years })) return false
  const since = new Date(now.getTime() - FURTHER_WITHIN_MS)
  const lines = await linesAskedFor(db, { chatId: chat.id, personId: person.id }, since)
  return lines.some((line) => line.startsWith(`/${due.name} `))
}

/** The line of the person's open question, taken; undefined where there is none or the words cannot be its answer. */
async function answeredQuestion({ db, chat, person, now }: Context, text: string): Promise<string | undefined> {
  const of = { chatId: chat.id, personId: person.id }
  const question = await questionAsked(db, of, now)
  if (!question || now.getTime() - question.at.getTime() > ANSWERED_WITHIN_MS) return undefined
  if (wantsNumbers(question.line) && !/\d/.test(text) && readCounts(text).kind === 'other') return undefined
  await takeQuestion(db, of, now)
  return question.line
}

/** Of what a unit is asked for only the reason is words. */
function wantsNumbers(line: string): boolean {
  const [, settled] = /^\/denghi (.+)$/.exec(line) ?? []
  return settled !== undefined && readNominateLine(settled).over !== true
}

/** Numbers whose categories are named, from whoever leads a unit that an open round asks, or from the secretariat for a unit that it names. */
async function handsIn({ db, council, roles }: Context, text: string): Promise<boolean> {
  const reading = readCounts(text)
  if (reading.kind !== 'counts' || !reading.sure) return false
  if (reading.statements.some(({ none, counts }) => none || Object.keys(counts).length === 0)) return false
  const led = unitsLed(roles)
  if (led.size === 0 && !isSecretariat(roles)) return false
  const rounds = await openRoundsOf(db, council!.id)
  const isFor = (round: Round, label: string) => {
    const leads = round.asked.some(({ unitId }) => led.has(unitId))
    if (label === '') return leads
    const namesUnit = isSecretariat(roles) && matchUnits(label, round.units).length > 0
    return isNamedIn(label, round) && (leads || namesUnit)
  }
  return reading.statements.every(({ label }) => rounds.some((round) => isFor(round, label)))
}

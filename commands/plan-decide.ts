import { formatDate, isoDate, type IsoDate } from '#domain/dates.ts'
import { chosenDate } from '#domain/chosen-date.ts'
import type { Written } from '#domain/events.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { readAs, reasonOfDoubt } from '#locales/deadline-reading.ts'
import { audit } from '#prisma/audit.ts'
import { staleCards } from '#prisma/cards.ts'
import { currentDeadline } from '#prisma/current-deadline.ts'
import { keepDecision, versionOfDeadline } from '#prisma/decide-deadline.ts'
import { livePlans, type PlanVersion } from '#prisma/plans.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL } from './find-unit.ts'
import { readingContext } from './plan-reading.ts'
import { decidedPage, proposalsPage } from './plan-decided.ts'
import { suspectPage, suspectsOf } from './plan-suspects.ts'
import { draftsFirst, liveFirst, reviewed, whichVersion, type Reviewed } from './plan-which.ts'

/** The dates that wait for a decision, one after the other: of one version, or of the only plan that has any. */
export async function confirmDates(context: CouncilContext, text: string): Promise<Reply[]> {
  const waiting = new Set<string>()
  for (const version of text === '' ? await livePlans(context.db, context.council.id) : [])
    if ((await reviewed(context, version.id)).points.pending.length > 0) waiting.add(version.id)
  if (text === '' && waiting.size === 0) return [{ head: [{ key: 'plan-dates-none-anywhere' }] }]
  const among = (versions: PlanVersion[]) => liveFirst(versions.filter(({ id }) => text !== '' || waiting.has(id)))
  const { version } = await whichVersion(context, text, { verb: '/kehoach xac nhan', among })
  const plan = await reviewed(context, version.id)
  const [first] = plan.points.pending
  return [first ? suspectPage(plan, first) : decidedPage(plan)]
}

/** Takes all proposals of a version, where they are still those that were shown. */
export async function acceptAllSure(context: CouncilContext, text: string): Promise<Reply[]> {
  const { version, rest } = await whichVersion(context, text, { verb: '/kehoach nhan', among: draftsFirst })
  const plan = await reviewed(context, version.id)
  const { pending } = plan.points
  const proposals = pending.flatMap((written) => {
    const on = written.deadline.suspect?.proposed
    return on ? [{ written, on }] : []
  })
  if (pending.length !== Number(rest) || proposals.length !== pending.length) return [proposalsPage(plan)]
  for (const { written, on } of proposals) await keep(context, version.id, written, on)
  return [decidedPage(await reviewed(context, version.id))]
}

const DECISION = /^(\S+) (-|\d{4}-\d\d-\d\d) (la|giu|khac|sau|hoi|ghi|ngay)(?:\s+([^]*))?$/

/** One decision on a suspect date, behind a choice or as the answer to its question; then the next date. */
export async function decideDate(context: CouncilContext, text: string): Promise<Reply[]> {
  const [, shownId = '', seen = '', act = '', words = ''] = DECISION.exec(text) ?? []
  // The message may be older than the version that is in force.
  const id = (await currentDeadline(context.db, context.council.id, shownId))?.deadlineId ?? shownId
  const versionId = await versionOfDeadline(context.db, context.council.id, id)
  if (!versionId) throw new UserError('plan-date-gone')
  const plan = await reviewed(context, versionId)
  const written = suspectsOf(plan).find(({ deadline }) => deadline.id === id)
  if (!written) throw new UserError('plan-date-gone')
  const line = `/kehoach moc ${id} ${seen}`
  if (act === 'hoi') return [suspectPage(plan, written)]
  if (act === 'sau') return [nextPage(plan, written)]
  if ((written.deadline.decidedOn ?? '-') !== seen) return [suspectPage(plan, written, [{ key: 'plan-date-changed' }])]
  if (act === 'khac') return [askDate('plan-date-ask', written, line)]
  if (act === 'ghi') return [await takeWords(context, plan, written, { line, words })]
  const { to, suspect } = written.deadline
  const on = act === 'la' ? suspect?.proposed : act === 'giu' ? to : dateOf(words)
  if (!on) throw new UserError('plan-date-gone')
  return [await decide(context, plan, written, on)]
}

interface Said {
  line: string
  words: string
}

/** The words said in place of the date: taken where they are one that fits, else asked about. */
async function takeWords(
  context: CouncilContext,
  plan: Reviewed,
  written: Written,
  { line, words }: Said,
): Promise<Reply> {
  const { version } = plan
  const chosen = chosenDate(words, written.deadline, readingContext(version, written.task.section, context.today))
  if (!chosen) return askDate('plan-date-unclear', written, line, words)
  if (!chosen.suspect) return { ...(await decide(context, plan, written, chosen.on)), replace: false }
  const { reason, proposed } = chosen.suspect
  const choice = (date: IsoDate) => [
    { label: { key: 'choice-is-date', values: { date: formatDate(date) } }, line: `${line} ngay ${date}` },
  ]
  return {
    head: [{ key: 'plan-date-doubtful', values: { date: formatDate(chosen.on), reason: reasonOfDoubt(reason) } }],
    choices: [
      choice(chosen.on),
      ...(proposed ? [choice(proposed)] : []),
      [{ label: { key: 'choice-other-day' }, line: `${line} khac` }],
    ],
    personal: true,
  }
}

const askDate = (key: string, { task, deadline }: Written, line: string, words = ''): Reply => ({
  head: [{ key, values: { place: task.place, wording: deadline.wording, text: shorten(words, LONGEST_LABEL) } }],
  choices: [[{ label: { key: 'choice-back-to-date' }, line: `${line} hoi` }]],
  asks: `${line} ghi`,
  personal: true,
})

function dateOf(words: string): IsoDate | undefined {
  const [year = 0, month = 0, day = 0] = words.split('-').map(Number)
  return isoDate(year, month, day)
}

async function decide(context: CouncilContext, plan: Reviewed, written: Written, on: IsoDate): Promise<Reply> {
  await keep(context, plan.version.id, written, on)
  const now = await reviewed(context, plan.version.id)
  const decided = suspectsOf(now).find(({ deadline }) => deadline.id === written.deadline.id)
  return nextPage(now, written, decided ? [decidedNote(decided)] : [])
}

const decidedNote = ({ task, deadline }: Written): Message => ({
  key: 'plan-date-decided',
  values: { place: task.place, wording: deadline.wording, reading: readAs(deadline, task.planFrom ?? null) },
})

/** The next date that waits, in the order of the plan; behind the last one what was decided. */
function nextPage(plan: Reviewed, { deadline: { id } }: Written, notes: Message[] = []): Reply {
  const all = suspectsOf(plan)
  const at = all.findIndex(({ deadline }) => deadline.id === id)
  const next = all.slice(at + 1).find(({ deadline }) => deadline.decidedOn === null)
  return next ? suspectPage(plan, next, notes) : decidedPage(plan, notes)
}

async function keep(context: CouncilContext, versionId: string, { task, deadline }: Written, on: IsoDate) {
  const { db, council, person, now, translate } = context
  const words = (one: typeof deadline) => translate(readAs(one, task.planFrom ?? null)).text
  await keepDecision(db, deadline.id, on)
  const details = {
    versionId,
    place: task.place,
    wording: shorten(deadline.wording, 200),
    before: deadline.decidedOn ? words(deadline) : '',
    after: words({ ...deadline, decidedOn: on }),
  }
  await audit(db, { councilId: council.id, personId: person.id, action: 'deadline-decided', details }, now)
  await staleCards(db, council.id)
}

import { z } from 'zod'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { audit } from '#prisma/audit.ts'
import { livePlans, type PlanVersion } from '#prisma/plans.ts'
import { dropVersion } from '#prisma/store-plan.ts'
import type { Command, CouncilContext } from './command.ts'
import { leadingWords } from './leading-words.ts'
import { approve } from './plan-approve.ts'
import { makeChange, previewChosen } from './plan-change-apply.ts'
import { correct, keepRow } from './plan-correct.ts'
import { acceptAllSure, confirmDates, decideDate } from './plan-decide.ts'
import { decidedPage, decisionsPage, proposalsPage } from './plan-decided.ts'
import { differencePage } from './plan-difference.ts'
import { planMessage } from './plan-message.ts'
import { otherPoints } from './plan-points.ts'
import { planRows } from './plan-rows.ts'
import { planWorkbook } from './plan-workbook.ts'
import { draftsFirst, draftsOnly, reviewed, whichVersion } from './plan-which.ts'
import { reviewPage } from './review-page.ts'
import { privately } from './privately.ts'

interface Act {
  names: string[]
  run: (context: CouncilContext, text: string) => Promise<Reply[]>
}

/** What can be asked of plans, by the words (folded) behind /kehoach. */
const ACTS: Act[] = [
  { names: ['xem', 'show', 'view'], run: shown('xem', (context, id) => reviewPage(context, id)) },
  { names: ['toan bo', 'xem toan bo', 'all', 'rows'], run: shown('toan bo', planRows) },
  { names: ['khac', 'so sanh', 'compare'], run: shown('khac', differencePage) },
  { names: ['diem khac', 'points'], run: shown('diem khac', otherPoints) },
  { names: ['excel', 'bang excel', 'workbook'], run: shown('excel', planWorkbook) },
  { names: ['xac nhan', 'confirm'], run: confirmDates },
  {
    names: ['ket qua', 'confirmed'],
    run: shown('ket qua', async (context, id, page) => decidedPage(await reviewed(context, id), [], page)),
  },
  {
    names: ['da xac nhan'],
    run: shown('da xac nhan', async (context, id) => decisionsPage(await reviewed(context, id))),
  },
  {
    names: ['nhan'],
    run: shown('nhan', async (context, id, page) => proposalsPage(await reviewed(context, id), page)),
  },
  { names: ['nhan chac chan'], run: acceptAllSure },
  { names: ['moc'], run: decideDate },
  { names: ['sua', 'correct', 'edit'], run: correct },
  { names: ['xem sua'], run: previewChosen },
  { names: ['sua chac chan'], run: makeChange },
  { names: ['giu nguyen'], run: keepRow },
  { names: ['duyet', 'approve'], run: approve },
  { names: ['bo', 'drop'], run: drop },
]

/** The council's plans, the review of one, its approval. Documents are sent, and drafts shown, in private. */
export const plan: Command = {
  name: 'kehoach',
  aliases: ['plan'],
  act: 'change-plans',
  about: 'council',
  args: z.string(),
  run: async (context, text) => {
    if (!text) return [await planList(context)]
    const found = leadingWords(text, ACTS)
    if (!found) throw new UserError('plan-usage')
    const [first, ...others] = await found.entry.run(context, found.rest)
    return first ? [...privately(context, first), ...others] : []
  },
}

type Page = (context: CouncilContext, versionId: string, page: number) => Promise<Reply>

/** A page about one version: the draft or the approved plan, where there is just one. */
function shown(verb: string, show: Page): Act['run'] {
  return async (context, text) => {
    const [, words = '', page] = /^([^]*?)(?:\s*trang (\d{1,4}))?$/.exec(text) ?? []
    const { version } = await whichVersion(context, words, { verb: `/kehoach ${verb}`, among: draftsFirst })
    return [await show(context, version.id, Number(page ?? 1))]
  }
}

async function planList(context: CouncilContext): Promise<Reply> {
  const { db, council } = context
  const plans = await livePlans(db, council.id)
  if (plans.length === 0) return { head: [{ key: 'plans-none' }] }
  const waiting: Message[] = []
  for (const version of plans) waiting.push(await stateMessage(context, version))
  return {
    head: [
      { key: 'plans-title', values: { council: council.name } },
      ...plans.map((version, index) => ({
        key: 'plan-line',
        values: { plan: planMessage(version), state: waiting[index]! },
      })),
      { key: 'plan-hint' },
    ],
    choices: plans.map((version): Choice[] => [
      { label: { key: 'choice-review', values: { plan: planMessage(version) } }, line: `/kehoach xem @${version.id}` },
    ]),
    personal: true,
  }
}

/** How a version stands, with the dates that wait for a decision. */
async function stateMessage(context: CouncilContext, { id, state }: PlanVersion): Promise<Message> {
  const { pending } = (await reviewed(context, id)).points
  const said = { key: `plan-state-${state}` }
  return pending.length > 0 ? { key: 'plan-state-waiting', values: { state: said, count: pending.length } } : said
}

async function drop(context: CouncilContext, text: string): Promise<Reply[]> {
  const { db, council, person, now } = context
  const { version } = await whichVersion(context, text, { verb: '/kehoach bo', among: draftsOnly })
  if (!(await dropVersion(db, council.id, version.id))) throw new UserError('plan-gone')
  const details = { versionId: version.id }
  await audit(db, { councilId: council.id, personId: person.id, action: 'plan-dropped', details }, now)
  return [{ head: [{ key: 'plan-dropped' }], replace: true }]
}

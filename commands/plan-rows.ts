import type { DueTask } from '#domain/due.ts'
import type { Block, Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { linesMessage, readingMessage } from '#locales/deadline-reading.ts'
import { quotaMessage } from '#locales/quota-message.ts'
import type { DraftQuota } from '#domain/plan.ts'
import { quotasOf } from '#prisma/plans.ts'
import type { CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'
import { reviewed } from './plan-which.ts'

const LONGEST_TITLE = 300
const LONGEST_NAME = 150

/** Every row that was read, by appendix, with its deadlines as written and as read; then the quotas. */
export async function planRows(context: CouncilContext, versionId: string, page: number): Promise<Reply> {
  const { version, tasks } = await reviewed(context, versionId)
  const quotas = await quotasOf(context.db, [version])
  return {
    head: [{ key: 'plan-rows-title', values: { plan: planMessage(version) } }],
    blocks: [...tasks.map(taskBlock), ...quotas.map(quotaBlock)],
    choices: [
      [
        { label: { key: 'choice-correct-row' }, line: `/kehoach sua @${version.id}` },
        { label: { key: 'choice-overview' }, line: `/kehoach xem @${version.id}` },
      ],
    ],
    page: { number: page, line: `/kehoach toan bo @${version.id}` },
    replace: true,
    personal: true,
  }
}

const taskBlock = (task: DueTask): Block => ({
  heading: task.appendix
    ? { key: 'plan-rows-appendix', values: { appendix: task.appendix } }
    : { key: 'plan-rows-body' },
  body: rowMessage(task),
})

/** A row: its place, title and units, and under it each deadline with how it is read. */
export function rowMessage(task: DueTask): Message {
  const values = {
    place: task.place,
    title: shorten(task.title, LONGEST_TITLE),
    lead: shorten(task.lead ?? '', LONGEST_NAME),
    support: shorten(task.support ?? '', LONGEST_NAME),
  }
  const units = task.lead ? (task.support ? 'plan-row-units' : 'plan-row-lead') : task.support ? 'plan-row-support' : ''
  return linesMessage([
    { key: 'plan-row', values },
    ...(units ? [{ key: units, values }] : []),
    ...(task.deadlines.length === 0 ? [{ key: 'plan-row-no-deadline' }] : []),
    ...task.deadlines.map((deadline) => readingMessage(deadline, task.planFrom ?? null)),
  ])
}

function quotaBlock(quota: DraftQuota): Block {
  const { appendix, movement, unit, wording, basis } = quota
  const what = quotaMessage(
    {
      ...(quota.collective ? { collective: quota.collective } : {}),
      ...(quota.individual ? { individual: quota.individual } : {}),
      ...(quota.family ? { family: quota.family } : {}),
    },
    basis,
  )
  const values = {
    unit: unit === null ? { key: 'plan-quota-whole' } : shorten(unit, LONGEST_NAME),
    what: what ?? { key: 'text', values: { text: shorten(wording, LONGEST_NAME) } },
  }
  const heading = { movement: shorten(movement, LONGEST_NAME), appendix: appendix ?? '' }
  return {
    heading: { key: appendix ? 'plan-quota-heading-in' : 'plan-quota-heading', values: heading },
    body: { key: 'plan-quota', values },
  }
}

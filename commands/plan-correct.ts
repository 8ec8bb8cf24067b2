import type { DueTask } from '#domain/due.ts'
import { fold } from '#domain/fold.ts'
import type { Choice, Reply } from '#domain/messages.ts'
import { shortAppendix } from '#domain/places.ts'
import { readCorrection, type Correction } from '#domain/plan-correction.ts'
import { shorten } from '#domain/shorten.ts'
import { livePlans, type PlanVersion } from '#prisma/plans.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL, MOST_CHOICES } from './find-unit.ts'
import { isAt } from './find-task.ts'
import { planMessage } from './plan-message.ts'
import { changeLine, type Change } from './plan-change.ts'
import { previewChange } from './plan-change-preview.ts'
import { draftsFirst, reviewed, whichVersion, type Reviewed } from './plan-which.ts'

/** Corrects a row by a typed line ("mục 7: trước ngày 20/3/2025"): reads back before and after, and asks. */
export async function correct(context: CouncilContext, text: string): Promise<Reply[]> {
  const { version, rest } = await whichVersion(context, text, { verb: '/kehoach sua', among: draftsFirst })
  const plan = await reviewed(context, (await draftOf(context, version)) ?? version.id)
  if (rest === '') return [askCorrection(plan, 'plan-correct-ask')]
  const correction = readCorrection(rest)
  if (!correction) return [askCorrection(plan, 'plan-correct-unclear', rest)]
  if (correction.kind === 'add') return [adding(context, plan, correction)]
  const found = plan.tasks.filter((task) => isAt(task, correction.place))
  const [task, ...others] = found
  if (!task) return [askCorrection(plan, 'plan-correct-no-row', correction.place)]
  if (others.length > 0) return [whichRow(plan, found, correction)]
  return [settingOf(context, plan, task, correction)]
}

/** A plan that has a draft is corrected in that one. */
export async function draftOf({ db, council }: CouncilContext, { planId }: PlanVersion): Promise<string | undefined> {
  const versions = await livePlans(db, council.id)
  return versions.find((one) => one.planId === planId && one.state === 'draft')?.id
}

/** The next words are a correction. */
function askCorrection({ version }: Reviewed, key: string, words = ''): Reply {
  return {
    head: [{ key, values: { plan: planMessage(version), text: shorten(words, LONGEST_LABEL) } }],
    choices: [[{ label: { key: 'choice-overview' }, line: `/kehoach xem @${version.id}` }]],
    asks: `/kehoach sua @${version.id}`,
    personal: true,
  }
}

function settingOf(
  context: CouncilContext,
  plan: Reviewed,
  task: DueTask,
  correction: Exclude<Correction, { kind: 'add' }>,
): Reply {
  if (correction.kind === 'remove') return previewChange(context, plan, { kind: 'remove', taskId: task.id })
  const { field, value } = correction
  if (field !== 'deadline') return previewChange(context, plan, { kind: 'words', taskId: task.id, field, value })
  const change = { kind: 'deadline' as const, taskId: task.id, value }
  const [only, ...more] = task.deadlines
  if (more.length === 0) return previewChange(context, plan, { ...change, deadlineId: only?.id ?? 'all' })
  return whichDeadline(plan, task, (deadlineId) => ({ ...change, deadlineId }))
}

/** Several deadlines of a row: one of them, or all at once. */
function whichDeadline({ version }: Reviewed, task: DueTask, change: (deadlineId: string) => Change): Reply {
  const line = (deadlineId: string) => changeLine('xem sua', version.id, change(deadlineId))
  const one = task.deadlines
    .slice(0, MOST_CHOICES)
    .map(({ id, wording }): Choice[] => [
      { label: { key: 'text', values: { text: shorten(wording, LONGEST_LABEL) } }, line: line(id) },
    ])
  return {
    head: [{ key: 'plan-correct-which-deadline', values: { place: task.place } }],
    choices: [...one, [{ label: { key: 'choice-all-deadlines' }, line: line('all') }]],
    personal: true,
  }
}

function whichRow({ version }: Reviewed, found: DueTask[], correction: Exclude<Correction, { kind: 'add' }>): Reply {
  const line = (task: DueTask): string => {
    const behind = correction.kind === 'remove' ? 'bỏ' : `${WORDS[correction.field]}: ${correction.value}`
    return `/kehoach sua @${version.id} ${task.place} ${behind}`
  }
  return {
    head: [{ key: 'task-which' }],
    choices: found
      .slice(0, MOST_CHOICES)
      .map((task) => [{ label: { key: 'choice-task', values: { place: task.place } }, line: line(task) }]),
    personal: true,
  }
}

const WORDS = { deadline: 'thoi han', lead: 'don vi', support: 'phoi hop', title: 'noi dung' } as const

/** A row goes to the end of the appendix that is named, or of the only one. */
function adding(
  context: CouncilContext,
  plan: Reviewed,
  { appendix, row }: Extract<Correction, { kind: 'add' }>,
): Reply {
  const { version, tasks } = plan
  const named = [...new Set(tasks.map((task) => task.appendix))].filter(
    (one) => appendix === '' || namesAppendix(appendix, one),
  )
  if (named.length === 0 && tasks.length > 0) return askCorrection(plan, 'plan-correct-no-appendix', appendix)
  if (named.length < 2) {
    const last = tasks.findLast((task) => task.appendix === named[0])
    return previewChange(context, plan, { kind: 'add', taskId: last?.id, value: row })
  }
  return {
    head: [{ key: 'plan-correct-which-appendix' }],
    choices: named.slice(0, MOST_CHOICES).map((one) => [
      {
        label: one === null ? { key: 'plan-rows-body-plain' } : { key: 'text', values: { text: one } },
        line: changeLine('xem sua', version.id, {
          kind: 'add',
          taskId: tasks.findLast((task) => task.appendix === one)?.id,
          value: row,
        }),
      },
    ]),
    personal: true,
  }
}

const namesAppendix = (words: string, appendix: string | null): boolean =>
  appendix !== null &&
  [appendix, shortAppendix(appendix)].some((name) => fold(name).replace(/\s/g, '') === fold(words).replace(/\s/g, ''))

/** Nothing is corrected. */
export async function keepRow(context: CouncilContext, text: string): Promise<Reply[]> {
  const { version } = await whichVersion(context, text, { verb: '/kehoach sua', among: draftsFirst })
  return [
    {
      head: [{ key: 'plan-correct-kept' }],
      choices: [
        [
          { label: { key: 'choice-correct-row' }, line: `/kehoach sua @${version.id}` },
          { label: { key: 'choice-overview' }, line: `/kehoach xem @${version.id}` },
        ],
      ],
      replace: true,
      personal: true,
    },
  ]
}

import type { DueTask } from '#domain/due.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { linesMessage, readingMessage } from '#locales/deadline-reading.ts'
import type { CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'
import { changeLine, workOut, type Change, type Worked } from './plan-change.ts'
import { rowMessage } from './plan-rows.ts'
import type { Reviewed } from './plan-which.ts'

const LONGEST = 200

/** A correction before it is made: the row, before and after, and [Đúng] [Không]. */
export function previewChange(context: CouncilContext, plan: Reviewed, change: Change): Reply {
  const { version } = plan
  const worked = workOut(context, plan, change)
  const label = (key: string) => ({ key })
  return {
    head: [
      { key: 'plan-correct-sure', values: { plan: planMessage(version) } },
      ...changeLines(change, worked),
      ...worked.unread.map((wording): Message => ({ key: 'plan-correct-unread', values: { wording } })),
      ...(version.state === 'approved' ? [{ key: 'plan-correct-copies' }] : []),
    ],
    choices: [
      [
        { label: label('choice-right'), line: changeLine('sua chac chan', version.id, change) },
        { label: label('choice-no'), line: `/kehoach giu nguyen @${version.id}` },
      ],
    ],
    replace: true,
    personal: true,
  }
}

/** The row that is changed, what stood there and what stands there then. */
export function changeLines(change: Change, { before, after }: Worked): Message[] {
  if (!before) return [{ key: 'plan-correct-added', values: { row: newRow(after!) } }]
  if (!after) return [{ key: 'plan-correct-removed', values: { row: rowMessage(before) } }]
  const values = { place: before.place, title: shorten(before.title, LONGEST) }
  return [
    { key: 'plan-row', values },
    { key: 'plan-correct-before', values: { what: whatOf(change, before) } },
    { key: 'plan-correct-after', values: { what: whatOf(change, after) } },
  ]
}

/** A new row has no place yet. */
function newRow(row: DueTask): Message {
  return linesMessage([
    { key: row.lead ? 'plan-new-row-lead' : 'plan-new-row', values: { title: row.title, lead: row.lead ?? '' } },
    deadlinesMessage(row),
  ])
}

/** What a change is about, of one state of its row. */
export function whatOf(change: Change, row: DueTask): Message {
  if (change.kind !== 'words') return deadlinesMessage(row)
  const words = row[change.field]
  return words === null ? { key: 'audit-nothing' } : { key: 'text', values: { text: shorten(words, LONGEST) } }
}

function deadlinesMessage({ deadlines, planFrom }: DueTask): Message {
  const [first, ...others] = deadlines.map((deadline) => readingMessage(deadline, planFrom ?? null))
  return first ? linesMessage([first, ...others]) : { key: 'plan-row-no-deadline' }
}

import writeExcelFile from 'write-excel-file/node'
import type { Row } from 'write-excel-file/node'
import { formatDate } from '#domain/dates.ts'
import type { DraftWords } from '#domain/draft-words.ts'
import { placesOf } from '#domain/places.ts'
import type { DraftPlan, PlanWarning } from '#domain/plan.ts'
import { NOTE, NUMBER, period, planNumber, planTitle, signedOn } from './draft-heads.ts'
import { quotaRows } from './draft-quotas.ts'
import { dutyRows, isDuty } from './draft-duties.ts'
import { taskRows } from './draft-tasks.ts'
import type { NotedTask } from './draft-tasks.ts'
import { sheetNames } from './sheet-names.ts'
import { fitted, heading, line, text } from './workbook-cells.ts'
import { printSetup } from './workbook-features.ts'

/** In characters; together as wide as A4 across. */
const COLUMNS = [7, 44, 18, 22, 22, 28, 34].map((width) => ({ width }))

/**
 * A draft as an Excel workbook that a person corrects and sends back: what the plan says of itself and the open points on the first sheet,
 * with what belongs to no appendix; then a sheet for each appendix. Suspect times are coloured, with the proposal beside them; all cells are
 * text, so that Excel makes no date of a count. `readDocument` reads from it the same tasks, deadlines and quotas.
 */
export async function draftWorkbook(draft: DraftPlan, words: DraftWords): Promise<Uint8Array> {
  const appendices = [...new Set([...draft.tasks, ...draft.quotas].map(({ appendix }) => appendix))]
  const named = appendices.filter((appendix) => appendix !== null)
  const tasks = notedTasks(draft)
  const partOf = (appendix: string | null) => partRows(draft, tasks, appendix, words)
  const sheets = [
    [...overviewRows(draft, words), ...partOf(null)],
    ...named.map((appendix) => [line(appendix, COLUMNS.length, TITLE), [], ...partOf(appendix)]),
  ].map((rows) => rows.map((row) => (row.length ? fitted(row, COLUMNS) : row)))
  const names = sheetNames([words.overview, ...named])
  const featured = sheets.map((data, index) => ({
    name: names[index]!,
    data,
    headingRows: [1, index === 0 ? 1 : ABOVE] as [number, number],
  }))
  const written = writeExcelFile(
    featured.map(({ name, data, headingRows }) => ({
      sheet: name,
      data,
      columns: COLUMNS,
      orientation: 'landscape' as const,
      stickyRowsCount: headingRows[1],
    })),
    { fontFamily: 'Times New Roman', fontSize: 12, features: [printSetup(featured)] },
  )
  return new Uint8Array(await written.toBuffer())
}

/** The rows of an appendix down to the first head: its name, a blank row, the head. */
const ABOVE = 3

const TITLE = { fontWeight: 'bold' as const, fontSize: 14 }

function partRows(draft: DraftPlan, tasks: readonly NotedTask[], appendix: string | null, words: DraftWords): Row[] {
  const own = tasks.filter(({ task }) => task.appendix === appendix)
  const quotas = draft.quotas.filter((quota) => quota.appendix === appendix)
  const duties = appendix === null ? own.filter(isDuty) : []
  const listed = own.filter((one) => !duties.includes(one))
  return [
    ...(listed.length ? [...taskRows(listed, draft.plan), []] : []),
    ...(quotas.length ? [...quotaRows(quotas, words), []] : []),
    ...dutyRows(duties),
  ]
}

/** Each task with the warnings of its place. */
function notedTasks({ tasks, warnings }: DraftPlan): NotedTask[] {
  const places = placesOf(tasks)
  return tasks.map((task, index) => ({
    task,
    notes: warnings.filter(({ at }) => at === places[index]!.label).map(({ message }) => message),
  }))
}

function overviewRows({ plan, warnings }: DraftPlan, words: DraftWords): Row[] {
  const { issuer, number, issuedOn, from, to, title } = plan
  const lines = [
    issuer,
    number && planNumber(number),
    issuedOn && signedOn(formatDate(issuedOn)),
    from && to && period(formatDate(from), formatDate(to)),
  ]
  return [
    ...lines.filter((words) => words !== null).map((words) => line(words, COLUMNS.length, {})),
    ...(title ? [line(planTitle(title), COLUMNS.length, TITLE)] : []),
    line(`(${words.howTo})`, COLUMNS.length, { fontStyle: 'italic' }),
    ...(warnings.length ? openPoints(warnings, words) : []),
    [],
  ]
}

function openPoints(warnings: readonly PlanWarning[], words: DraftWords): Row[] {
  const width = COLUMNS.length - 2
  const wide = (words: string) => ({ ...text(words), columnSpan: width })
  const rest = Array.from({ length: width - 1 }, () => null)
  return [
    [
      heading(NUMBER),
      heading(words.place),
      { ...heading(`${NOTE} (${words.openPoints})`), columnSpan: width },
      ...rest,
    ],
    ...warnings.map(({ at, message }, index) => [text(String(index + 1)), text(at ?? ''), wide(message), ...rest]),
  ]
}

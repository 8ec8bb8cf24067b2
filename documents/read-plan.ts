import type { DraftPlan } from '#domain/plan.ts'
import { missingAppendices, splitAppendices } from './appendices.ts'
import { findQuotas } from './find-quotas.ts'
import { findTasks } from './find-tasks.ts'
import { mendLetters } from './mended-letters.ts'
import { textOf } from './neutral.ts'
import type { Block } from './neutral.ts'
import { readFacts } from './plan-facts.ts'
import { readDeadlinesOf } from './read-deadlines-of.ts'
import { regroupCells } from './regroup-cells.ts'
import { textBlocks } from './text-blocks.ts'
import { decodeText, UnreadableDocument } from './text-document.ts'
import { missingAppendix } from './warnings.ts'

/** The draft of a plan from a text file. Throws UnreadableDocument where there is nothing to read or nothing that looks like a plan. */
export function readPlan(bytes: Uint8Array, fileName: string): DraftPlan {
  return readPlanBlocks(textBlocks(decodeText(bytes)), fileName)
}

/** The draft of a plan from a document in its neutral form. Throws UnreadableDocument `not-a-plan`. */
export function readPlanBlocks(blocks: readonly Block[], fileName: string): DraftPlan {
  const { body, appendices } = splitAppendices(regroupCells(mendLetters(blocks)))
  const facts = readFacts(
    body,
    appendices.map(({ head }) => head.join(' ')),
  )
  const found = findTasks(body, appendices, facts.title ?? '')
  const quotas = findQuotas(body, appendices, facts.title ?? '')
  const namesPlan = facts.title !== null || /\/(?:KH|CTr|PA|HD|ĐA)/i.test(facts.number ?? '')
  if (found.tasks.length + quotas.quotas.length === 0 && !namesPlan) throw new UnreadableDocument('not-a-plan')
  const text = textOf(blocks)
  const read = readDeadlinesOf(found.tasks, facts, facts.year ?? usualYear(text) ?? usualYear(fileName))
  const missing = missingAppendices(textOf(body), appendices).map(missingAppendix)
  return {
    schema: 'tdkt.plan/1',
    plan: facts,
    tasks: read.tasks,
    quotas: quotas.quotas,
    warnings: [...missing, ...found.warnings, ...read.warnings, ...quotas.warnings],
  }
}

/** The year that a text names most often. */
function usualYear(text: string): number | undefined {
  const counts = new Map<number, number>()
  for (const [year] of text.matchAll(/(?<!\d)20[2-9]\d(?!\d)/g))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

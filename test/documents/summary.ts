import { placesOf } from '#domain/places.ts'
import type { DraftPlan, QuotaLimit } from '#domain/plan.ts'

/** A draft in few words, for comparing with what a person reads in the document. */
export interface Summary {
  plan: string
  tasks: string[]
  quotas: string[]
  warnings: string[]
}

export function summaryOf({ plan, tasks, quotas, warnings }: DraftPlan): Summary {
  const places = placesOf(tasks)
  const limit = (one: QuotaLimit | null) =>
    one === null ? '-' : one.of === null ? `${one.max}` : `${one.max}/${one.of}`
  return {
    plan: [plan.number, plan.issuedOn, plan.issuer, plan.title, plan.from, plan.to].join(' | '),
    tasks: tasks.map(({ section, title, direct, lead, support, deadlines }, index) => {
      const dates = deadlines.map(({ kind, from, to, rrule, suspect }) =>
        [kind, from, to, rrule, suspect && `not ${suspect.reason} but ${suspect.proposed}`].filter(Boolean).join(' '),
      )
      return [places[index]!.label, section, title, direct, lead, support, dates.join(', ')]
        .map((part) => part ?? '-')
        .join(' | ')
    }),
    quotas: quotas.map((one) =>
      [
        one.movement,
        one.unit ?? '(whole)',
        one.basis,
        limit(one.collective),
        limit(one.individual),
        limit(one.family),
      ].join(' | '),
    ),
    warnings: warnings.map(({ code, at }) => `${code} ${at ?? '-'}`),
  }
}

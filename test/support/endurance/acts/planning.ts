import type { Party } from '../cast.ts'
import { expectSaid, withChoice, type Dialogue } from '../dialogue.ts'
import type { KnownPlan } from '../plan-text.ts'

/** The secretary sends the next version of the plan and approves it: from then on its dates count. */
export function* newVersion(party: Party, plan: KnownPlan): Dialogue {
  const { secretary, on } = party
  const file = { name: 'ke-hoach-sua-doi.txt', bytes: new TextEncoder().encode(plan.text) }
  const before = party.tasks
  const moved = plan.tasks.filter(({ due }, index) => JSON.stringify(due) !== JSON.stringify(before[index]!.due))
  let answer = yield { by: secretary, in: { private: on }, file }
  expectSaid(answer, 'Đã đọc')
  // Between the press and its answer nobody knows which version counts.
  for (const { mark } of moved) party.doubtful.add(mark)
  answer = yield { by: secretary, press: withChoice(answer, 'Duyệt'), label: 'Duyệt' }
  if (!answer.some(({ text }) => text.includes('Đã duyệt')))
    answer = yield { by: secretary, press: withChoice(answer, 'Duyệt'), label: 'Duyệt' }
  expectSaid(answer, 'Đã duyệt')
  party.tasks = plan.tasks
  for (const { mark } of moved) party.doubtful.delete(mark)
}

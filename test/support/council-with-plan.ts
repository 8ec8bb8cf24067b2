import { councilCreate } from '#commands/operator/council-create.ts'
import { planImport } from '#commands/operator/plan-import.ts'
import { readPlan } from '#documents/read-plan.ts'
import type { Database } from '#prisma/database.ts'

const PLACE = { locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const

/** Makes the council of a ward that has approved this plan, a text. Returns its id and the code of its first secretary. */
export async function councilWithPlan(db: Database, plan: Buffer, now: Date): Promise<{ id: string; code: string }> {
  const council = await councilCreate(db, { name: 'Hội đồng TĐKT phường Thử', ...PLACE }, now)
  const document = { name: 'ke-hoach.txt', bytes: plan, draft: readPlan(plan, 'ke-hoach.txt') }
  await planImport(db, { council: council.id, document, approve: true }, now)
  return council
}

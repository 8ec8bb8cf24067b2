import { z } from 'zod'
import { QUOTA_CATEGORIES } from '../plan.ts'

const count = z.number().int().min(0)

/** Nominations by category, as they are stored. A category that is absent was not said; 0 was said. */
export const Counts = z.partialRecord(z.enum(QUOTA_CATEGORIES), count)
export type Counts = z.infer<typeof Counts>

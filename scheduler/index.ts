import { cards } from './cards.ts'
import type { Job } from './job.ts'
import { remind } from './remind.ts'
import { tidy } from './tidy.ts'

/** All that happens by itself. */
export const JOBS: readonly Job[] = [remind, cards, tidy]

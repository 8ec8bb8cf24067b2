import type { Job } from './job.ts'
import { tidy } from './tidy.ts'

/** All that happens by itself. */
export const JOBS: readonly Job[] = [tidy]

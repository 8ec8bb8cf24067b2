import { announce } from './announce.ts'
import { cards } from './cards.ts'
import type { Job } from './job.ts'
import { remind } from './remind.ts'
import { roundCards } from './round-cards.ts'
import { roundChase } from './round-chase.ts'
import { routes } from './routes.ts'
import { tidy } from './tidy.ts'

/** All that happens by itself. */
export const JOBS: readonly Job[] = [remind, cards, roundChase, roundCards, announce, routes, tidy]

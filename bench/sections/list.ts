import { announcement } from './announcement.ts'
import { grammy } from './grammy.ts'
import { growing } from './growing.ts'
import { reading } from './reading.ts'
import { starting } from './starting.ts'
import type { Section } from './section.ts'

/** All that is measured, in the order of the page. */
export const SECTIONS: readonly Section[] = [grammy, starting, growing, announcement, reading]

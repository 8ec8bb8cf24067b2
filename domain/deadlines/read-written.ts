import { numericDay, wordedDay } from './read-days.ts'
import { edgeDay, partOfUnit } from './read-parts.ts'
import { month, monthsOfYear, quarter, year } from './read-units.ts'
import { firstOf } from './reader.ts'

/** The day, month, quarter, half-year or year written at a place, without any connective before it. */
export const readWritten = firstOf([numericDay, wordedDay, edgeDay, monthsOfYear, partOfUnit, month, quarter, year])

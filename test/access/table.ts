import { councilAt, type Place, type Standing } from './places.ts'
import type { Which } from './two-councils.ts'

/**
 * The table of section 7 of the domain, written down once more: what may be wanted, and by whom. "head" stands for the deputy, too; `unit` are
 * those acts that a head may for the own unit alone.
 */
const TABLE = {
  help: { stranger: true, member: true, head: true, secretariat: true },
  see: { stranger: false, member: true, head: true, secretariat: true },
  done: { stranger: false, member: false, head: 'unit', secretariat: true },
  handIn: { stranger: false, member: false, head: 'unit', secretariat: true },
  rounds: { stranger: false, member: false, head: false, secretariat: true },
  plans: { stranger: false, member: false, head: false, secretariat: true },
  announce: { stranger: false, member: false, head: false, secretariat: true },
  invite: { stranger: false, member: false, head: false, secretariat: true },
  settings: { stranger: false, member: false, head: false, secretariat: true },
  auditLog: { stranger: false, member: false, head: false, secretariat: true },
} as const
export type Row = keyof typeof TABLE

/** What somebody wants. */
export interface Wanted {
  row: Row
  /** The thing that is meant is another unit's than that of the head. */
  otherUnit?: boolean
  /** Whoever merely stands in the council's group may not: it needs a linked person. */
  linked?: boolean
}

/**
 * `free`: it is nobody's council that is asked about; `council`: there is none, or it has to be chosen first; `no`: refused; `yes`: answered.
 */
export type Verdict = 'free' | 'council' | 'no' | 'yes'

/** What must become of it, by the table. */
export function verdictOf(
  { row, otherUnit = false, linked = false }: Wanted,
  standing: Standing,
  place: Place,
): Verdict {
  if (row === 'help') return 'free'
  const council = councilAt(place, standing)
  if (council === undefined) return 'council'
  return allows(row, roleAt(standing, council, place, linked), otherUnit) ? 'yes' : 'no'
}

/** Whoever is in the group of a council may ask as a member does. */
function roleAt({ roles }: Standing, council: Which, place: Place, linked: boolean) {
  return roles[council] ?? (place === 'private' || linked ? 'stranger' : 'member')
}

function allows(row: Row, role: ReturnType<typeof roleAt>, otherUnit: boolean): boolean {
  const may = TABLE[row][role]
  return may === 'unit' ? !otherUnit : may
}

import { dateParts } from '#domain/dates.ts'
import { fold, foldInPlace } from '#domain/fold.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Choice } from '#domain/messages.ts'
import { periodLine, type Period } from '#domain/period.ts'
import { withoutFillers } from '#domain/question-words.ts'
import { readPeriod } from '#domain/read-period.ts'
import { shorten } from '#domain/shorten.ts'
import { isNameOf, matchUnits } from '#domain/units.ts'
import { UserError } from '#domain/user-error.ts'
import { auditedPersons } from '#prisma/audit-log.ts'
import { listUnits, type UnitWithPeople } from '#prisma/units.ts'
import { AUDIT_KINDS, type AuditKind } from './audit-kinds.ts'
import type { CouncilContext } from './command.ts'
import { findUnit, LONGEST_LABEL, quotable } from './find-unit.ts'

/** Which acts are asked for; what is absent is left open. */
export interface AuditFilter {
  kind?: AuditKind
  unit?: UnitWithPeople
  /** Those who may be meant by a name; none: the operator. */
  persons?: { name: string; ids: PersonId[] }
  period?: Period
}

interface Known {
  units: UnitWithPeople[]
  persons: { id: PersonId; name: string }[]
  /** The command line of a choice, beside what is settled already. */
  line: (chosen: Chosen) => string
}
type Chosen = { unit: string } | { person: string }

/** Reads what stands behind /nhatky: a unit, a person, a kind of act, a period. Throws UserError where a part is none of these. */
export async function readAuditFilter(context: CouncilContext, text: string): Promise<AuditFilter> {
  const { db, council, today } = context
  const known = { units: await listUnits(db, council.id), persons: await auditedPersons(db, council.id) }
  const whole = named(text, { ...known, line: lineWith({}) })
  if (whole) return whole
  const read = readPeriod(text, { today, years: [] })
  if (!read || 'unknown' in read) {
    const found = single(withoutFillers(text), { ...known, line: lineWith({}) })
    if (found) return found
    throw unknown(text)
  }
  const past = read.period.from <= today ? read : readPeriod(text, { today, years: [dateParts(today).year - 1] })
  const period = past && 'period' in past ? past.period : read.period
  const [rest, line] = [withoutFillers(read.rest), lineWith({ period })]
  const others = rest === '' ? {} : (named(read.rest, { ...known, line }) ?? named(rest, { ...known, line }))
  if (!others) throw unknown(read.rest)
  return { ...others, period }
}

/** The words that read back to the same filter, whatever today is. */
export function auditLine({ kind, unit, persons, period }: AuditFilter): string {
  const parts = [
    kind?.names[0],
    unit && `đơn vị "${quotable(unit.name)}"`,
    persons && (persons.ids.length > 0 ? `người "${quotable(persons.name)}"` : OPERATOR[0]),
    period && periodLine(period),
  ]
  return parts.filter(Boolean).join(' ')
}

const unknown = (text: string) => new UserError('audit-unknown', { text: shorten(text, LONGEST_LABEL) })
const OPERATOR = ['người quản trị', 'nguoi quan tri', 'quản trị', 'quan tri', 'operator']

/** What words without a period name. Undefined where they name nothing that is known. */
function named(text: string, known: Known): AuditFilter | undefined {
  return text === '' ? {} : (single(text, known) ?? withKind(text, known))
}

/** A kind of act together with a unit or a person: "kế hoạch Lan". */
function withKind(text: string, known: Known): AuditFilter | undefined {
  const words = text.split(' ')
  for (const [kind, name] of AUDIT_KINDS.flatMap((one) => one.names.map((name) => [one, name] as const))) {
    const count = name.split(' ').length
    const [first, last] = [words.slice(0, count), words.slice(-count)]
    const rest = [first, last].find((part) => fold(part.join(' ')) === name)
    if (!rest || words.length === count) continue
    const others = (rest === first ? words.slice(count) : words.slice(0, -count)).join(' ')
    const found = single(others, known) ?? single(withoutFillers(others), known)
    if (found) return { ...found, kind }
  }
  return undefined
}

/** "Đơn vị" or "người" before a name says which is meant; the bot itself writes names in quotes. */
const TOLD = /^(don vi|nguoi|unit|person) "?([^"]+?)"?$/
const PERSON = /^(?:nguoi|person)$/

function single(text: string, known: Known): AuditFilter | undefined {
  if (text === '') return undefined
  const kind = AUDIT_KINDS.find(({ names }) => names.includes(fold(text)))
  if (kind) return { kind }
  if (OPERATOR.includes(text.toLowerCase())) return { persons: { name: text, ids: [] } }
  const plain = text.replace(/[“”]/g, '"')
  const told = TOLD.exec(foldInPlace(plain))
  const name = told ? plain.slice(told[1]!.length).replaceAll('"', '').trim() : text
  const units = told && PERSON.test(told[1]!) ? [] : unitsNamed(name, known.units)
  const persons = told && !PERSON.test(told[1]!) ? [] : personsNamed(name, known.persons)
  if (units.length > 0 && persons.length > 0) throw whichOne(name, units, known)
  if (persons.length > 0) return { persons: { name, ids: persons } }
  return units.length > 0 ? { unit: findUnit(name, units, (unit) => known.line({ unit })) } : undefined
}

/** The units of which a text is a name and nothing more. */
function unitsNamed(text: string, units: UnitWithPeople[]): UnitWithPeople[] {
  const found = matchUnits(text, units)
  const alone = !text.includes(' ') || found.some((unit) => isNameOf(text, unit) || quotable(unit.name) === text)
  return alone ? found : []
}

/** Persons whose name holds all words; words with marks beat words without. */
function personsNamed(text: string, persons: Known['persons']): PersonId[] {
  const wordsOf = (name: string) => name.normalize('NFC').toLowerCase().split(/\s+/)
  const wanted = wordsOf(text)
  const holding = (matches: (word: string, said: string[]) => boolean) =>
    persons.filter(({ name }) => wanted.every((word) => matches(word, wordsOf(name))))
  const exact = holding((word, said) => said.includes(word))
  const found = exact.length > 0 ? exact : holding((word, said) => said.map(fold).includes(word))
  return found.map(({ id }) => id)
}

function whichOne(name: string, units: UnitWithPeople[], { line }: Known): UserError {
  const label = (words: string): Choice['label'] => ({ key: 'text', values: { text: shorten(words, LONGEST_LABEL) } })
  const choices = units.slice(0, 5).map((unit) => [{ label: label(unit.name), line: line({ unit: unit.name }) }])
  const person = {
    label: { key: 'audit-choice-person', values: { name: shorten(name, LONGEST_LABEL - 10) } },
    line: line({ person: name }),
  }
  return new UserError('audit-which', {}, [...choices, [person]])
}

function lineWith({ period }: Pick<AuditFilter, 'period'>) {
  return (chosen: Chosen): string => {
    const who = 'unit' in chosen ? `đơn vị "${quotable(chosen.unit)}"` : `người "${quotable(chosen.person)}"`
    return ['/nhatky', who, period && periodLine(period)].filter(Boolean).join(' ')
  }
}

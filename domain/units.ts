import { fold } from './fold.ts'
import { remembering } from './remembering.ts'
import { coreName, fullName, holds, plainName } from './unit-words.ts'

/** A unit of a council with the names people use for it. `bodies`: the bodies that its row of the plan names, where there are several. */
export interface NamedUnit {
  id: string
  name: string
  aliases: string[]
  bodies: string[]
}

/**
 * The units that a text may mean, by name, alias, body or obvious abbreviation, with or without diacritics. An exact name beats whole words
 * of one, and those beat an abbreviation. Several equally good: all of them, which asks for a question back. None: empty.
 */
export function matchUnits<Unit extends NamedUnit>(text: string, units: Unit[]): Unit[] {
  const scored = units.map((unit) => ({ unit, score: Math.max(...namesOf(unit).map((name) => score(text, name))) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ unit }) => unit)
}

/** How well a text names a unit, 0 for not at all. Of two names in one text the longer counts: "Công an phường" before "Công an". */
function score(text: string, name: string): number {
  const [words, plain] = [plainName(text), plainName(name)]
  if (!words || !plain) return 0
  if (words === plain) return sameMarks(text, name) ? 6000 : 5000
  const [full, fullOfName] = [fullName(text), fullName(name)]
  if (full === fullOfName) return 4900
  if (COUNCIL.test(full) || isOtherWord(text, name)) return 0
  if (holds(full, fullOfName)) return 3000 + fullOfName.length + (holds(words, plain) ? 0.5 : 0)
  if (holds(plain, words)) return 2900
  if (holds(fullOfName, full) || words.replaceAll(' ', '') === initials(name)) return 1900
  const [core, coreOfName] = [coreName(text), coreName(name)]
  if (holds(full, coreOfName) && coreOfName.includes(' ')) return 1000 + coreOfName.length
  if (core.includes(' ') && (holds(coreOfName, core) || inOrder(full, fullOfName))) return 900
  if (full.includes(' ') && inOrder(full, fullOfName)) return 850
  if (isPartOfInitials(text, name)) return 850
  return initials(name).length > 2 && holds(words, initials(name)) ? 800 : 0
}

/** The council itself is none of its units. */
const COUNCIL = /^hoi dong(?: thi dua khen thuong)?(?: (?:phuong|xa|quan|huyen|thi xa|thanh pho|tinh))?$/

/** A single word that differs from all words of the name by its marks: "ăn" is not in "Công an". */
function isOtherWord(text: string, name: string): boolean {
  const word = text.normalize('NFC').toLowerCase().trim()
  if (word.includes(' ') || fold(word) === word.replaceAll('đ', 'd')) return false
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
  return !words.includes(word) && (word.length <= 3 || words.some((one) => fold(one) === fold(word)))
}

/** Whether a text is a name of the unit, or a part of one, and says nothing else. */
export function isNameOf(text: string, unit: NamedUnit): boolean {
  const words = fullName(text).split(' ')
  return namesOf(unit).some((name) => words.every((word) => holds(fullName(name), word)))
}

/** "TCCB" is "Phòng Tổ chức cán bộ": one word without marks that begins or ends the initials of the name. */
function isPartOfInitials(text: string, name: string): boolean {
  const word = text.trim().toLowerCase().replaceAll('đ', 'd')
  if (!/^[a-z]{3,}$/.test(word)) return false
  return initials(name).endsWith(word) || (word.length > 3 && initials(name).startsWith(word))
}

/**
 * The body that a text names in the cells of tasks, as written there: plans name bodies that are no units of the council. Undefined where no
 * cell names it.
 */
export function bodyInCells(text: string, cells: readonly (string | null)[]): string | undefined {
  const bodies = cells.flatMap((cell) => (cell ? parts(cell) : [])).filter((part) => !EVERYBODY.test(plainName(part)))
  return (
    bodies.find((body) => fullName(body) === fullName(text)) ??
    (coreName(text).includes(' ') ? bodies.find((body) => sameBody(text, body)) : undefined)
  )
}

/** Names split the way one cell or row holds several bodies. */
const SEPARATOR = /[;,\n()/]|\s+-\s+/
const AND = /\s+(?:và|va|&|\+)\s+/i

/**
 * Whether a task's cells name the unit, as the one who does it or as one who helps. A cell may hold several bodies; wordings such as
 * "Các đơn vị" mean every unit. Undefined where neither cell concerns it.
 */
export function unitConcerned(
  unit: NamedUnit,
  taskLead: string | null,
  taskSupport: string | null,
): 'lead' | 'support' | undefined {
  if (concerns(unit, taskLead)) return 'lead'
  return concerns(unit, taskSupport) ? 'support' : undefined
}

function concerns(unit: NamedUnit, cell: string | null): boolean {
  if (!cell) return false
  const names = namesOf(unit).flatMap(parts)
  return parts(cell).some((part) => EVERYBODY.test(plainName(part)) || names.some((name) => sameBody(name, part)))
}

/** Of two names of one body one may say more at its end ("Công an", "Công an phường"); a different beginning is another body. */
function sameBody(name: string, part: string): boolean {
  const [one, other] = [coreName(name), coreName(part)]
  if (one === other) return one !== ''
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.includes(' ') && long.startsWith(`${short} `)
}

/** The bodies in a cell. "và" may join two bodies or stand in one name, so both readings count. */
const parts = remembering((cell) => {
  const pieces = cell.split(SEPARATOR).map((piece) => piece.trim())
  return pieces.flatMap((piece) => [piece, ...piece.split(AND)]).filter(Boolean)
})

const EVERYBODY =
  /^(?:(?:tat ca|toan the|toan bo) )?(?:cac|moi|tat ca) (?:(?:don vi|bo phan|co quan|cap nganh|nganh|phong ban|ban nganh)(?: |$)|(?:phong|ban)(?:$| (?:phong|ban|nganh|don vi|chuyen mon|bo phan|thuoc|cua|lien quan|co lien quan)))/

/** How names of offices begin; folded. */
const OFFICE =
  /^(?:phong|ban|to|tram|doi|khoi|hoi(?! (?:dong|nghi))|doan|so|truong|trung tam|van phong|bo phan|cong an|quan su|y te|uy ban|mat tran|chi cuc|kho bac|toa an|dang uy|office|department|division|station|police) \S/

/** Whether a text reads like the name of an office: "phòng Kinh tế". */
export function looksLikeUnit(text: string): boolean {
  return OFFICE.test(fold(text))
}

const namesOf = (unit: NamedUnit): string[] => [unit.name, ...unit.aliases, ...unit.bodies]

const initials = (name: string): string =>
  fullName(name)
    .split(' ')
    .map((word) => word[0])
    .join('')

const sameMarks = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()

/** Whether the words of one name all stand in the other in the same order: "hội phụ nữ" in "Hội Liên hiệp Phụ nữ". */
function inOrder(words: string, name: string): boolean {
  const wanted = words.split(' ')
  for (const word of name.split(' ')) if (word === wanted[0]) wanted.shift()
  return wanted.length === 0
}

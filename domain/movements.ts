import { QUOTA_CATEGORIES, type DraftQuota, type QuotaLimit } from './plan.ts'
import type { Limits } from './rounds/round.ts'
import { plainName } from './unit-words.ts'

/** What a plan allows one unit in a movement. With basis `percent` the limits are percentages. */
export interface UnitQuota {
  unit: string
  limits: Limits
  basis: DraftQuota['basis']
  /** How the plan puts it; empty where the row says nothing but numbers. */
  wording: string
}

/** A movement of one plan with all its quotas. */
export interface Movement {
  name: string
  appendices: string[]
  /** Of the council's total; where there is none, of the units. */
  basis: DraftQuota['basis']
  /** How the plan puts what it says for the whole council; empty where it says nothing. */
  wording: string
  /** For the whole council, with basis `percent` in percent; undefined where the plan sets none. */
  total: Limits | undefined
  /** One for each unit and basis, in the order of the plan. */
  units: UnitQuota[]
  /** What the numbers of the units add up to; empty where none of them has one. */
  sums: Limits
}

/** The movements of one plan's quotas, in the order of the plan. */
export function movementsOf(quotas: readonly DraftQuota[]): Movement[] {
  const groups = new Map<string, DraftQuota[]>()
  for (const quota of quotas) {
    const key = plainName(quota.movement)
    groups.set(key, [...(groups.get(key) ?? []), quota])
  }
  return [...groups.values()].map(toMovement)
}

function toMovement(quotas: DraftQuota[]): Movement {
  const whole = quotas.filter(({ unit }) => unit === null)
  const units = unitQuotas(quotas)
  const counted = whole.filter(({ basis }) => basis === 'quota')
  const numbers = counted.length > 0 ? counted : whole.filter(({ basis }) => basis === 'percent')
  const total = numbers.map(limitsOf).reduce(addLimits, {})
  const bases = new Set((whole.length > 0 ? whole : units).map(({ basis }) => basis))
  return {
    name: quotas[0]!.movement,
    appendices: [...new Set(quotas.flatMap(({ appendix }) => appendix ?? []))],
    basis: numbers[0]?.basis ?? (bases.size === 1 ? [...bases][0]! : 'quota'),
    wording: [...new Set(whole.map(officialWords))].filter(Boolean).join('; '),
    total: Object.keys(total).length > 0 ? total : undefined,
    units,
    sums: units
      .filter(({ basis }) => basis === 'quota')
      .map(({ limits }) => limits)
      .reduce(addLimits, {}),
  }
}

function unitQuotas(quotas: DraftQuota[]): UnitQuota[] {
  const found = new Map<string, UnitQuota>()
  for (const quota of quotas) {
    if (quota.unit === null) continue
    const key = `${plainName(quota.unit)} ${quota.basis}`
    const known = found.get(key)
    const one = { unit: quota.unit, limits: limitsOf(quota), basis: quota.basis, wording: officialWords(quota) }
    found.set(key, known ? { ...known, limits: addLimits(known.limits, one.limits) } : one)
  }
  return [...found.values()]
}

/** The quotas of a row by category; a category without one is absent. */
function limitsOf(quota: DraftQuota): Limits {
  const pairs = QUOTA_CATEGORIES.map((category) => [category, quota[category]] as const)
  return Object.fromEntries(pairs.filter(([, limit]) => limit !== null))
}

function addLimits(one: Limits, other: Limits): Limits {
  const pairs = QUOTA_CATEGORIES.map((category) => [category, addLimit(one[category], other[category])] as const)
  return Object.fromEntries(pairs.filter(([, limit]) => limit !== undefined))
}

/** "3 of 4 bodies" and "2" are 5: of how many bodies cannot be said any more. */
function addLimit(one: QuotaLimit | undefined, other: QuotaLimit | undefined): QuotaLimit | undefined {
  if (!one || !other) return one ?? other
  return { max: one.max + other.max, of: null }
}

/** Running words as they stand in the plan. Of a table's row, whose cells stand between "|", what says more than names and numbers. */
function officialWords({ wording, unit, movement, basis }: DraftQuota): string {
  if (!wording.includes(' | ')) return withoutHeading(wording, movement)
  if (basis === 'quota') return ''
  const names = [unit, movement].map((name) => plainName(name ?? ''))
  const cells = wording.split(' | ').filter((cell) => /\p{L}|%/u.test(cell) && !names.includes(plainName(cell)))
  return cells.join('; ')
}

/** "II. Phong trào thi đua yêu nước: 10 tập thể" without the movement, which stands before it anyway. */
function withoutHeading(wording: string, movement: string): string {
  const at = wording.indexOf(movement)
  return at < 0 || at > 8 ? wording : wording.slice(at + movement.length).replace(/^[\s:.,;”"-]+/, '') || wording
}

/**
 * The movements that a text may mean, with or without diacritics. The exact name beats all words of the text in a name, or the whole name or
 * at least two words running of it in the text; those beat initials ("ANTQ"). Several equally good: all of them. None: empty. Words that every
 * movement has ("phong trào thi đua") mean none.
 */
export function matchMovements<Named extends { name: string }>(text: string, movements: readonly Named[]): Named[] {
  const scored = movements.map((movement) => ({ movement, score: score(text, movement.name) }))
  const best = Math.max(0, ...scored.map((one) => one.score))
  return best === 0 ? [] : scored.filter((one) => one.score === best).map(({ movement }) => movement)
}

/** Whether a text says nothing but words of this movement's name, in their order. */
export function isNameOfMovement(text: string, name: string): boolean {
  const [said, words] = [plainName(text).split(' '), plainName(name).split(' ')]
  const wanted = tellingWords(said)
  if (wanted.length === 0 || !said.every((word) => words.includes(word) || GENERIC.has(word))) return false
  for (const word of words) if (word === wanted[0]) wanted.shift()
  return wanted.length === 0
}

/** A text without the words of this movement's name, where it names something else as well. */
export function withoutMovement(text: string, name: string): string {
  const words = plainName(name).split(' ')
  const isOther = (word: string) => !words.includes(plainName(word)) && !GENERIC.has(plainName(word))
  return text.split(/\s+/).filter(isOther).join(' ')
}

/** Words, folded, that tell no movement from another, or that stand around the numbers. */
const GENERIC = new Set(
  `phong trao thi dua toan dan ve cuoc van dong chuyen de dot nam cua cho trong cac nhung tap the ca nhan gia dinh ho khen thuong chi tieu
 movement emulation campaign the of in for`.split(/\s+/),
)

const tellingWords = (words: string[]): string[] =>
  words.filter((word) => word !== '' && !GENERIC.has(word) && !/^\d+$/.test(word))

function score(text: string, name: string): number {
  const [said, words] = [plainName(text).split(' '), plainName(name).split(' ')]
  if (said.join(' ') === words.join(' ')) return words.join('') === '' ? 0 : 5000
  const [wanted, core] = [tellingWords(said), tellingWords(words)]
  if (wanted.length === 0 || core.length === 0) return 0
  if (wanted.join(' ') === core.join(' ')) return 4000
  if (wanted.every((word) => core.includes(word))) return 3000 + (holdsRun(core, wanted) ? 1 : 0)
  if (holdsRun(wanted, core)) return 2000 + core.length
  const run = longestRun(wanted, core)
  if (run > 1) return 1000 + run
  return wanted.every((word) => core.includes(word) || isInitials(word, words)) ? 500 : 0
}

const holdsRun = (words: string[], run: string[]): boolean => ` ${words.join(' ')} `.includes(` ${run.join(' ')} `)

/** How many words running of one list stand in the other. */
function longestRun(one: string[], other: string[]): number {
  let longest = 0
  for (let start = 0; start < one.length; start++) {
    while (start + longest < one.length && holdsRun(other, one.slice(start, start + longest + 1))) longest++
  }
  return longest
}

/** "antq" ends, "tdyn" is a part of the initials of a name; two letters have to be those of all that tells it apart. */
function isInitials(word: string, name: string[]): boolean {
  const initials = (words: string[]) => words.map(([first]) => first).join('')
  if (word === initials(tellingWords(name))) return word.length > 1
  if (word.length > 3) return initials(name).includes(word)
  return word.length > 2 && initials(name).endsWith(word)
}

import type { Reply } from '#domain/messages.ts'
import { readPhone } from '#domain/announcements/phone.ts'
import { fold } from '#domain/fold.ts'
import { UserError } from '#domain/user-error.ts'
import { audit, type AuditAction } from '#prisma/audit.ts'
import { leaveUnopened, roundsWith } from '#prisma/round-ids.ts'
import {
  addAlias,
  addUnit,
  listUnits,
  removeUnit,
  renameUnit,
  setHeadAway,
  setUnitPhone,
  type UnitWithPeople,
} from '#prisma/units.ts'
import type { CouncilContext } from './command.ts'
import { askEndRole, endRole } from './end-role.ts'
import { findUnit, quotable } from './find-unit.ts'

export type UnitChange = (context: CouncilContext, text: string) => Promise<Reply>

/** What the secretariat can change about units, by the words (folded) behind /donvi. */
export const CHANGES: { names: string[]; run: UnitChange }[] = [
  { names: ['them', 'add'], run: add },
  { names: ['ten khac', 'bi danh', 'alias'], run: alias },
  { names: ['doi ten', 'rename'], run: rename },
  { names: ['dien thoai', 'so dien thoai', 'sdt', 'phone'], run: keepPhone },
  { names: ['vang', 'away'], run: (context, text) => markAway(context, text, true) },
  { names: ['co mat', 'present', 'back'], run: (context, text) => markAway(context, text, false) },
  { names: ['thoi chac chan'], run: endRole },
  { names: ['thoi', 'mien nhiem', 'end'], run: askEndRole },
  { names: ['bo chac chan'], run: remove },
  { names: ['bo', 'xoa', 'remove'], run: askRemove },
  { names: ['giu nguyen'], run: () => Promise.resolve({ head: [{ key: 'units-kept' }], replace: true }) },
]

async function add(context: CouncilContext, text: string): Promise<Reply> {
  const names = listOf(text)
  if (names.length === 0) throw new UserError('units-usage')
  const added: string[] = []
  const known: string[] = []
  for (const name of names) {
    const unit = await addUnit(context.db, context.council.id, name, [], context.now)
    if (unit.added) await record(context, 'unit-added', { unit: name })
    if (unit.added) added.push(name)
    else known.push(fold(unit.name) === fold(name) ? name : `${unit.name} (${name})`)
  }
  return {
    head: [
      ...(added.length > 0 ? [{ key: 'units-added', values: { names: added.join('; ') } }] : []),
      ...(known.length > 0 ? [{ key: 'units-known', values: { names: known.join('; ') } }] : []),
    ],
  }
}

async function alias(context: CouncilContext, text: string): Promise<Reply> {
  const { unit, rest } = await unitAndRest(
    context,
    text,
    (name, names) => `/donvi tên khác "${quotable(name)}": ${names}`,
  )
  const names = listOf(rest)
  if (names.length === 0) throw new UserError('units-usage')
  for (const name of names) {
    await addAlias(context.db, unit.id, name)
    await record(context, 'alias-added', { unit: unit.name, alias: name })
  }
  return { head: [{ key: 'units-alias-added', values: { unit: unit.name, names: names.join('; ') } }] }
}

async function rename(context: CouncilContext, text: string): Promise<Reply> {
  const { unit, rest: name } = await unitAndRest(
    context,
    text,
    (old, given) => `/donvi đổi tên "${quotable(old)}": ${given}`,
  )
  if (!name) throw new UserError('units-usage')
  if (!(await renameUnit(context.db, context.council.id, unit.id, name)))
    throw new UserError('units-name-taken', { name })
  await record(context, 'unit-renamed', { unit: name, before: unit.name })
  return { head: [{ key: 'units-renamed', values: { old: unit.name, new: name } }] }
}

/** A number for those whom the bot does not reach. Nothing of it is repeated: it may have been asked in a group. */
async function keepPhone(context: CouncilContext, text: string): Promise<Reply> {
  const { unit, rest } = await unitAndRest(
    context,
    text,
    (name, given) => `/donvi điện thoại "${quotable(name)}": ${given}`,
  )
  const phone = readPhone(rest)
  if (!phone && !NO_PHONE.test(fold(rest))) throw new UserError('units-phone-unclear')
  await setUnitPhone(context.db, unit.id, phone)
  await record(context, 'unit-phone-set', { unit: unit.name })
  return { head: [{ key: phone ? 'units-phone-set' : 'units-phone-removed', values: { unit: unit.name } }] }
}

const NO_PHONE = /^(?:bo|xoa|khong|khong co|-|none|remove)$/

async function markAway(context: CouncilContext, text: string, away: boolean): Promise<Reply> {
  const unit = await unitNamed(context, text, (name) => `/donvi ${away ? 'vắng' : 'có mặt'} "${quotable(name)}"`)
  const marked = await setHeadAway(context.db, unit.id, away)
  if (marked === 0) throw new UserError('units-no-head-to-mark', { unit: unit.name })
  await record(context, away ? 'head-away' : 'head-present', { unit: unit.name })
  return { head: [{ key: away ? 'units-away' : 'units-present', values: { unit: unit.name } }] }
}

async function askRemove(context: CouncilContext, text: string): Promise<Reply> {
  const unit = await unitNamed(context, text, (name) => `/donvi bỏ "${quotable(name)}"`)
  await assertInNoRound(context, unit)
  return {
    head: [{ key: 'units-remove-sure', values: { unit: unit.name } }],
    choices: [
      [
        { label: { key: 'choice-yes-remove' }, line: `/donvi bỏ chắc chắn "${quotable(unit.name)}"` },
        { label: { key: 'choice-no' }, line: '/donvi giữ nguyên' },
      ],
    ],
    personal: true,
  }
}

async function remove(context: CouncilContext, text: string): Promise<Reply> {
  const unit = await unitNamed(context, text, (name) => `/donvi bỏ "${quotable(name)}"`)
  await assertInNoRound(context, unit)
  await leaveUnopened(context.db, unit.id)
  await removeUnit(context.db, unit.id)
  await record(context, 'unit-removed', { unit: unit.name })
  return { head: [{ key: 'units-removed', values: { unit: unit.name } }], replace: true }
}

/** What a unit was asked and handed in is kept as long as the round is. */
async function assertInNoRound({ db }: CouncilContext, unit: UnitWithPeople) {
  const [title] = await roundsWith(db, unit.id)
  if (title !== undefined) throw new UserError('units-in-round', { unit: unit.name, round: title })
}

async function unitNamed(
  context: CouncilContext,
  text: string,
  line: (name: string) => string,
): Promise<UnitWithPeople> {
  const name = /^"([^"]*)"$/.exec(plainQuotes(text).trim())?.[1] ?? text
  if (!name.trim()) throw new UserError('units-usage')
  return findUnit(name, await listUnits(context.db, context.council.id), line)
}

/** "Tên: phần sau", with ":" or "=" between; a name that has ":" itself stands in quotes or is known in full. */
async function unitAndRest(context: CouncilContext, text: string, line: (name: string, rest: string) => string) {
  const known = await listUnits(context.db, context.council.id)
  const plain = plainQuotes(text)
  const whole = known.find(({ name }) => plain.startsWith(name) && /^\s*[:=]/.test(plain.slice(name.length)))
  const [, quoted, bare, rest] = /^(?:"([^"]+)"|([^:="]+))\s*[:=]\s*(.*)$/s.exec(plain) ?? []
  if (whole) return { unit: whole, rest: plain.slice(whole.name.length).replace(/^\s*[:=]\s*/, '') }
  const name = quoted ?? bare
  if (!name || rest === undefined) throw new UserError('units-usage')
  return { unit: findUnit(name.trim(), known, (full) => line(full, rest)), rest: rest.trim() }
}

/** Names apart by ";" or on lines of their own; one that has ";" itself stands in quotes. */
function listOf(text: string): string[] {
  return [...plainQuotes(text).matchAll(/"([^"]+)"|[^;\n"]+/g)]
    .map(([part, quoted]) => (quoted ?? part).trim())
    .filter((name) => name !== '')
}

const plainQuotes = (text: string): string => text.replace(/[“”„«»]/g, '"')

async function record(
  { db, council, person, now }: CouncilContext,
  action: AuditAction,
  details: Record<string, string>,
) {
  await audit(db, { councilId: council.id, personId: person.id, action, details }, now)
}

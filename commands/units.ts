import { z } from 'zod'
import { may } from '#domain/access.ts'
import { foldInPlace } from '#domain/fold.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { listUnits, type UnitWithPeople } from '#prisma/units.ts'
import { CHANGES } from './change-units.ts'
import type { Command, CouncilContext } from './command.ts'
import { findUnit, quotable } from './find-unit.ts'
import { leadingWords } from './leading-words.ts'

/** The units with their heads, deputies and other names; one unit; and for the secretariat the changes to them. */
export const units: Command = {
  name: 'donvi',
  aliases: ['units', 'unit'],
  act: 'see-units',
  about: 'council',
  args: z.string(),
  understands: (text) => Promise.resolve(unitsMeant(text)),
  run: async (context, text) => {
    if (text === AWAY) return [{ head: [{ key: 'units-away-by-secretariat' }] }]
    const change = leadingWords(text, CHANGES)
    if (change) {
      assertMayChange(context)
      return [await change.entry.run(context, change.rest)]
    }
    const known = await listUnits(context.db, context.council.id)
    const { rest, page } = readPage(text)
    if (!rest) return [unitList(context, known, page)]
    const unit = findUnit(rest.replace(/^["“](.*)["”]$/, '$1'), known, (name) => `/donvi "${quotable(name)}"`)
    return [{ head: unitLines(unit, seesPhones(context)) }]
  },
}

const LIST =
  /^(?:(?:cho|gui|xem|show|list)(?: (?:toi|em|minh|me))?(?: xem)? )?(?:the |all )?(?:(?:danh sach|cac|nhung|tat ca) )+(?:don vi|bo phan)|^(?:the |all )?units$/
const WHO =
  /^(?:ai|who)(?: la| is| heads| leads)*(?: the)? (?:phu trach|truong|pho|dung dau|head of|deputy of)?\s*(.+)$|^(?:truong|nguoi phu trach|lanh dao|pho) (.+?) la ai$/

/** "Tôi đi vắng", "tuần sau em nghỉ phép ạ". */
const ABSENT =
  /^(?:[\w/]+ ){0,3}(?:toi|em|minh|tui|chi|anh) (?:(?:xin|se|dang|phai|co viec) )*(?:di vang|vang mat|nghi phep|di cong tac)(?: [\w/]+){0,6}[.!]*$|^i (?:am|will be) (?:away|absent|on leave)(?: [\w/]+){0,6}[.!]*$/
/** What is run for it: only the secretariat writes it down. */
const AWAY = '?away'

/** Phone numbers are for the secretariat alone. */
const seesPhones = ({ roles, chat }: CouncilContext): boolean =>
  chat.kind === 'private' && may('change-units', roles, false)

/** "Danh sách đơn vị", "ai phụ trách công an phường", "trưởng trạm y tế là ai". */
function unitsMeant(text: string): string | undefined {
  const written = text
    .normalize('NFC')
    .replace(/[?.!]+\s*$/, '')
    .replace(/\s+(?:vậy|thế|ạ|nhỉ)$/i, '')
    .trim()
  const words = foldInPlace(written)
  if (LIST.test(words)) return ''
  if (!text.includes('?') && ABSENT.test(words)) return AWAY
  const found = WHO.exec(words)
  const name = found?.[1] ?? found?.[2]
  if (!name || !/phu trach|truong|pho|dung dau|lanh dao|head|deputy/.test(words)) return undefined
  const at = words.lastIndexOf(name)
  return written.slice(at, at + name.length)
}

function assertMayChange({ roles, chat }: CouncilContext) {
  if (!may('change-units', roles, chat.kind === 'group')) throw new UserError('not-allowed')
}

function readPage(text: string): { rest: string; page: number } {
  const found = /\s*\b(?:trang|page) (\d{1,4})$/i.exec(text)
  return found ? { rest: text.slice(0, found.index), page: Number(found[1]) } : { rest: text, page: 1 }
}

function unitList({ council }: CouncilContext, known: UnitWithPeople[], page: number): Reply {
  if (known.length === 0) return { head: [{ key: 'units-none' }] }
  return {
    head: [{ key: 'units-title', values: { council: council.name, count: known.length } }],
    blocks: known.map((unit) => {
      const [heading, body] = unitLines(unit, false) as [Message, Message]
      return { heading, body }
    }),
    page: { number: page, line: '/donvi' },
    replace: true,
  }
}

function unitLines({ name, people, aliases, bodies, phone }: UnitWithPeople, showsPhone: boolean): Message[] {
  const line = (text: Message): Message => ({ key: 'units-people', values: { people: text } })
  const listed = people.map(({ name: person, role, away }): Message => {
    const values = { name: person, role: { key: `units-role-${role}` } }
    return { key: away ? 'units-person-away' : 'units-person', values }
  })
  const heads = people.some(({ role }) => role === 'head') ? [] : [{ key: 'units-no-head' }]
  const [first, ...rest] = [...heads, ...listed]
  return [
    { key: 'units-heading', values: { unit: name } },
    line(rest.reduce((all, next): Message => ({ key: 'listed', values: { first: all, rest: next } }), first!)),
    ...(aliases.length > 0 ? [{ key: 'units-aliases', values: { names: aliases.join(', ') } }] : []),
    ...(phone !== undefined && showsPhone ? [{ key: 'units-phone', values: { phone } }] : []),
    ...(bodies.length > 0 ? [{ key: 'units-bodies', values: { names: bodies.join('; ') } }] : []),
  ]
}

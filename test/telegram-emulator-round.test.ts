import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as xlsx from '@e965/xlsx'
import { roundChase } from '#scheduler/round-chase.ts'
import { present, WardOnTelegram, type Party, type Shown } from './support/ward-on-telegram.ts'

/** The units of the real plan with what they shall have handed in at the end, by hand: collectives/individuals/families in the four movements. */
const EXPECTED: [unit: string, counts: [string, string, string, string]][] = [
  ['UBND phường và Văn phòng Đảng ủy', ['-/12', '1/2', '0/0', '1/1/0']],
  ['UB. MTTQ; Hội CCB; Hội LHPN; ĐTN phường', ['3/3', '0/0', '0/0', '0/0/0']],
  ['Các đoàn thể xã hội', ['2/3', '2/4', '3/6', '0/0/0']],
  ['Công an phường', ['3/5', '4/6', '2/0', '1/2/1']],
  ['Quân sự phường', ['1/2', '2/3', '0/0', '0/2/2']],
  ['Ban DSGĐTE', ['-/0', '0/0', '0/0', '0/0/0']],
  ['Y tế phường', ['1/2', '0/0', '0/0', '2/3/0']],
  ['Quản lý di tích, tôn giáo, tín ngưỡng', ['1/3', '1/0', '0/0', '0/0/0']],
  ['Tổ quản lý chợ', ['-/2', '1/1', '0/0', '0/0/0']],
  ['Khối giáo dục', ['0/0', '0/0', '0/0', '0/0/0']],
  ['Các CLB phường', ['-/-', '-/-', '-/-', '-/-/-']],
]
/** Their sums, by hand too. */
const SUMS = ['11/32', '11/16', '5/6', '4/8/3']
/** Each unit's quota in the first movement, as the plan's table has it. */
const QUOTAS: Record<string, string> = {
  'UBND phường và Văn phòng Đảng ủy': '-/12',
  'UB. MTTQ; Hội CCB; Hội LHPN; ĐTN phường': '3/3',
  'Các đoàn thể xã hội': '3/3',
  'Công an phường': '3/5',
  'Quân sự phường': '1/2',
  'Ban DSGĐTE': '-/3',
  'Y tế phường': '1/1',
  'Quản lý di tích, tôn giáo, tín ngưỡng': '1/4',
  'Tổ quản lý chợ': '-/2',
  'Khối giáo dục': '1/3',
  'Các CLB phường': '2/-',
}
/** Lines of the closed card. */
const CARD = [
  'Đã gửi 10/11 đơn vị',
  'Thi đua yêu nước: Tập thể 11/15 · Cá nhân 32/38',
  'Toàn dân bảo vệ an ninh Tổ…: Tập thể 11/10 · Cá nhân 16/20',
  'Toàn dân đoàn kết xây dựng…: Tập thể 5 · Cá nhân 6',
  'Hiên máu tình nguyện: Tập thể 4/6 · Cá nhân 8/8 · Gia đình 3/4',
  '⏳ Chưa gửi: 1 đơn vị',
]
/** What stands over the units of a movement in the table. */
const HEADINGS = [
  'Thi đua yêu nước: 11 tập thể, 32 cá nhân / chỉ tiêu 15 tập thể, 38 cá nhân',
  'Toàn dân bảo vệ an ninh Tổ quốc: 11 tập thể, 16 cá nhân / chỉ tiêu 10 tập thể, 20 cá nhân',
  'Toàn dân đoàn kết xây dựng đời sống văn hóa: 5 tập thể, 6 cá nhân',
  'Hiên máu tình nguyện: 4 tập thể, 8 cá nhân, 3 gia đình / chỉ tiêu 6 tập thể, 8 cá nhân, 4 gia đình',
]
/** What the sheet for the minutes says of requests and totals. */
const DECISIONS = [
  '2 tập thể, 4 cá nhân (vượt 1 tập thể, 2 cá nhân)',
  'Giảm còn: 1 tập thể, 2 cá nhân',
  'Chấp nhận: 1 tập thể, 2 cá nhân',
  'chấp nhận vượt chỉ tiêu của cả Hội đồng đến 11 tập thể',
]

let ward: WardOnTelegram
let secretary: Party
let group: Party
let heads: Party[]

beforeAll(async () => {
  if (!present) return
  ward = await WardOnTelegram.open('2025-12-01T09:00:00+07:00')
  const person = (name: string) => ward.telegram.addUser({ first_name: name, language_code: 'vi' })
  secretary = person('Thư')
  heads = EXPECTED.map(([unit]) => person(`Trưởng ${unit}`))
  group = ward.telegram.addGroup({ type: 'supergroup', title: 'Nhóm', members: [secretary, ...heads], bot: true })
  await ward.say(secretary, secretary, `/start ${ward.code}`)
  await ward.say(secretary, group, '/lienket@test_bot')
}, 30_000)

afterAll(async () => {
  if (present) await ward.close()
})

const head = (of: string): Party => heads[EXPECTED.findIndex(([unit]) => unit.includes(of))]!
const text = (said: Shown[]): string => said.map((one) => one.text ?? '').join('\n')
const under = (said: Shown[], label: string): Shown =>
  said.findLast(({ emu }) => emu.buttons.flat().some((button) => button.includes(label)))!

/** Somebody in private. */
const alone = (who: Party, words: string) => ward.say(who, who, words)
const press = (who: Party, said: Shown[], label: string) => ward.press(who, who, under(said, label), label)
const card = (): Shown => ward.telegram.messages(group, { by: 'bot' }).find((one) => isCard(one))!
const isCard = (one: Shown) => one.text?.startsWith('Đề nghị khen thưởng') === true && one.text.includes('Đã gửi')
/** The secretary's message about this, with its buttons. */
const told = (words: string): Shown =>
  ward.telegram.messages(secretary, { by: 'bot' }).findLast((one) => one.text?.includes(words) && one.emu.buttons[0])!

async function join(who: Party, unit: string, how: 'code' | 'reply') {
  if (how === 'code') {
    const [invitation] = await alone(secretary, `/moi trưởng ${unit}`)
    const joined = await alone(who, /\/start \S+/.exec(invitation!.text!)![0])
    expect(text(joined)).toContain(`là trưởng ${unit}`)
    return
  }
  const present = ward.telegram.say(who, group, 'Có mặt ạ')
  expect(text(await ward.say(secretary, group, `/moi trưởng ${unit}`, { replyTo: present }))).toContain(unit)
}

async function openByPressing() {
  const overview = await alone(secretary, '/dot')
  const movements = await press(secretary, overview, 'Mở đợt mới')
  const deadlines = await press(secretary, await press(secretary, movements, 'Tất cả'), 'Tiếp tục')
  const preview = await press(secretary, deadlines, '05/12')
  expect(text(preview)).toContain('Hỏi 11 đơn vị')
  await press(secretary, preview, 'Mở đợt')
  await ward.cardsWritten()
}

/** What was stored is read back. */
async function hands(said: Promise<Shown[]>, ...parts: string[]): Promise<Shown[]> {
  const answer = await said
  for (const part of parts) expect(text(answer)).toContain(part)
  return answer
}

async function nineAnswer() {
  const lines = ['yêu nước 12 cá nhân', 'an ninh tổ quốc 1 tập thể 2 cá nhân', 'đời sống văn hóa: không có']
  const [ubnd, mttq, unions, police, army] = heads as [Party, Party, Party, Party, Party]
  // one line for each movement, answered in one message
  const all = await hands(
    alone(ubnd, `${lines.join('\n')}\nhiến máu 1 tập thể, 1 cá nhân, 0 gia đình`),
    'Đã ghi UBND phường và Văn phòng Đảng ủy (Thi đua yêu nước): 12 cá nhân',
    'Đơn vị đã gửi đủ 4 phong trào',
  )
  expect(all).toHaveLength(1)
  // under the card, then by choices
  const which = await ward.say(mttq, group, '3tt 3cn', { replyTo: card() })
  const first = await ward.press(mttq, group, under(which, 'yêu nước'), 'yêu nước')
  await hands(ward.press(mttq, group, under(first, 'Không có ở 3'), 'Không có ở 3'), 'gửi đủ 4 phong trào')
  // by a mention, without diacritics
  const plain = 'yeu nuoc 2 tt 3 ca nhan; an ninh to quoc 2 tt 4 cn; van hoa 3tt 6cn; hien mau khong co'
  await hands(ward.say(unions, group, `@test_bot ${plain}`), 'gửi đủ 4 phong trào')
  // by the command, in several messages, one of them corrected by another
  await hands(alone(police, '/denghi yêu nước: TT: 3, CN: 5'), 'Chỉ tiêu: 3 tập thể, 5 cá nhân, vừa đủ')
  for (const one of ['ANTQ 4 tt 7 cn', 'văn hóa 2 tập thể, 0 cá nhân', 'em gửi hiến máu 1tt 2cn 1gđ ạ'])
    await hands(alone(police, one), 'Đã ghi')
  await hands(alone(police, 'sửa lại ANTQ 6 cá nhân'), '4 tập thể, 6 cá nhân (trước: 4 tập thể, 7 cá nhân)')
  // in number words, over the quota with the reason in the same message
  const over = await hands(
    alone(army, 'yêu nước hai tập thể bốn cá nhân vì nhiều thành tích'),
    'vượt 1 tập thể, 2 cá nhân',
  )
  await hands(press(army, over, 'Đề nghị vượt'), 'chờ thư ký quyết định')
  await hands(alone(army, 'an ninh hai tập thể ba cá nhân'), 'Đã ghi')
  const third = await alone(army, 'hiến máu không tập thể, hai cá nhân, hai gia đình')
  await hands(press(army, third, 'Không có ở phong trào'), 'gửi đủ 4 phong trào')
  // nothing at all
  const nothing = await alone(head('DSGĐTE'), 'không có')
  await hands(press(head('DSGĐTE'), nothing, 'Không có ở cả 4'), 'gửi đủ 4 phong trào')
  await healthOver(head('Y tế'))
  await edits(head('di tích'))
  // entered by the secretariat
  await alone(secretary, 'Tổ quản lý chợ yêu nước 2cn')
  const entered = await alone(secretary, 'to quan ly cho an ninh 1tt 1cn')
  await hands(press(secretary, entered, 'Không có ở 2'), 'Đã ghi Tổ quản lý chợ')
}

/** Over the quota, with the reason asked for. */
async function healthOver(who: Party) {
  const asked = await hands(ward.say(who, group, 'yêu nước 1tt 2cn', { replyTo: card() }), 'vượt 1 cá nhân')
  const why = await ward.press(who, group, under(asked, 'Đề nghị vượt'), 'Đề nghị vượt')
  await hands(ward.say(who, group, 'Hai y sĩ cứu sống ba người', { replyTo: why.at(-1) }), 'chờ thư ký quyết định')
  const more = await alone(who, 'hiến máu 2tt 3cn 0gđ')
  await hands(press(who, more, 'Không có ở 2'), 'gửi đủ 4 phong trào')
}

/** Corrects by editing; and answers a category by itself. */
async function edits(who: Party) {
  const message = ward.telegram.say(who, group, 'yêu nước một tập thể 4 cá nhân', { replyTo: card() })
  await ward.settle()
  const since = ward.telegram.mark()
  ward.telegram.edit(who, message, 'yêu nước một tập thể 3 cá nhân')
  await hands(ward.saidSince(since, group), '1 tập thể, 3 cá nhân (trước: 1 tập thể, 4 cá nhân)')
  await hands(alone(who, 'an ninh một tập thể'), 'Còn thiếu số cá nhân')
  await hands(press(who, await alone(who, 'không có'), 'Không có ở 2'), 'gửi đủ 4 phong trào')
}

async function decide() {
  await hands(ward.press(secretary, secretary, told('Y tế phường đề nghị vượt'), 'Chấp nhận'), '1 tập thể, 2 cá nhân')
  await hands(
    ward.press(secretary, secretary, told('Quân sự phường đề nghị vượt'), 'Giảm về'),
    'còn: 1 tập thể, 2 cá nhân',
  )
  await hands(ward.press(secretary, secretary, told('vượt tổng của Hội đồng'), 'Chấp nhận vượt tổng'), '11 tập thể')
}

async function twoAreChased() {
  const [school, clubs] = [head('Khối giáo dục'), head('Các CLB')]
  for (const who of [school, clubs]) await alone(who, '/trogiup')
  const mark = ward.telegram.mark()
  await hands(alone(secretary, '/dot nhắc'), 'Đã nhắc riêng 2 người của 2 đơn vị')
  for (const who of [school, clubs]) expect(text(await ward.saidSince(mark, who))).toContain('chưa gửi đề nghị')
  expect(text(await ward.saidSince(mark, group))).not.toContain('Khối giáo dục chưa gửi')
  ward.moveTo('2025-12-04T08:01:00+07:00')
  const since = ward.telegram.mark()
  await ward.runJob(roundChase)
  for (const who of heads.slice(0, 9)) expect(await ward.saidSince(since, who)).toEqual([])
  expect(text(await ward.saidSince(since, clubs))).toContain('còn 1 ngày')
  const nudge = await ward.saidSince(since, school)
  await hands(press(school, nudge, 'Không có'), 'gửi đủ 4 phong trào')
}

async function close() {
  ward.moveTo('2025-12-05T17:01:00+07:00')
  await ward.runJob(roundChase)
  await hands(alone(head('Các CLB'), 'yêu nước 2 tập thể'), 'Đã hết hạn gửi')
  const sure = await ward.press(secretary, secretary, told('Đã hết hạn lúc 17:00'), 'Đóng đợt')
  await hands(press(secretary, sure, 'Đóng đợt'), '10/11 đơn vị')
  await ward.cardsWritten()
}

const CATEGORIES = ['tập thể', 'cá nhân', 'gia đình']

/** The table in the chat as it must be: "✅ Công an phường: 3/3 tập thể, 5/5 cá nhân". */
function tableLines(): string[] {
  return EXPECTED.flatMap(([unit, counts]) =>
    counts.flatMap((numbers, movement) => {
      const quotas = movement === 0 ? QUOTAS[unit]!.split('/') : []
      const said = numbers.split('/').map((count, at) => {
        const of = quotas[at] === undefined ? '' : `/${quotas[at]}`
        return count === '-' ? '' : `${count}${of} ${CATEGORIES[at]}`
      })
      const parts = said.filter((part) => part !== '')
      return parts.length === 0 ? [] : [`✅ ${unit}: ${parts.join(', ')}`]
    }),
  )
}

/** What each unit nominated, and the sums, in each movement: the rows of tables with "Đề nghị" in their second row. */
function numbersIn(tables: string[][][]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const rows of tables) {
    const head = rows.findIndex((row) => row[0] === 'TT')
    const places = nominated(rows[head]!, rows[head + 1]!)
    for (const [no, unit = '', ...rest] of rows.slice(head + 2)) {
      if (no === '' && unit !== 'Cộng') continue
      ;(found[unit] ??= []).push(places.map((at) => rest[at - 2] || '-').join('/'))
    }
  }
  return found
}

/** The columns of nominations. In HTML the second row of the head begins under the third column. */
function nominated(first: string[], second: string[]): number[] {
  const shift = second.length < first.length || second[0] !== '' ? 2 : 0
  return second.flatMap((title, at) => (title === 'Đề nghị' ? [at + shift] : []))
}

function sheetsOf(file: Buffer): string[][][] {
  const book = xlsx.read(file)
  const rows = book.SheetNames.map((name) =>
    xlsx.utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1, raw: false, defval: '' }),
  )
  return rows.slice(1)
}

async function tablesOf(file: Buffer): Promise<string[][][]> {
  const { value: html } = await mammoth.convertToHtml({ buffer: file })
  const plain = (cell: string) => cell.replaceAll(/<[^>]+>/g, '').trim()
  const tables = [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table]) =>
    [...table!.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => plain(cell!)),
    ),
  )
  return tables.filter(([head]) => head?.[1] === 'Đơn vị' && head.includes('Tập thể'))
}

/** The units with their numbers and the sums of all. */
const expectedNumbers = { ...Object.fromEntries(EXPECTED), Cộng: SUMS }

async function addsUp() {
  const shown = card().text!.split('\n')
  for (const line of CARD) expect(shown).toContain(line)
  const table = await alone(secretary, '/tonghop')
  for (const line of [...tableLines(), ...HEADINGS]) expect(text(table)).toContain(line)
  const workbook = await file(table, 'Bảng Excel')
  expect(numbersIn(sheetsOf(workbook))).toEqual(expectedNumbers)
  const minutes = await file(table, 'Biên bản Word')
  expect(numbersIn(await tablesOf(minutes))).toEqual(expectedNumbers)
  const { value: words } = await mammoth.extractRawText({ buffer: minutes })
  expect(words).toContain('- Các CLB phường: chưa gửi số liệu của phong trào nào.')
  for (const decision of DECISIONS) expect(words).toContain(decision)
}

/** A file behind a button under the table. */
async function file(table: Shown[], label: string): Promise<Buffer> {
  const [said] = await press(secretary, table, label)
  return ward.telegram.file(said!.document!.file_id).content
}

describe.skipIf(!present)('a round of the real ward plan on Telegram (../shared; skipped where it is absent)', () => {
  it(
    'is answered in eleven ways, decided, chased and closed, and adds up everywhere',
    { timeout: 60_000 },
    async () => {
      for (const [index, [unit]] of EXPECTED.entries()) await join(heads[index]!, unit, index < 8 ? 'code' : 'reply')
      await openByPressing()
      await nineAnswer()
      await decide()
      await twoAreChased()
      await close()
      await addsUp()
      expect(ward.telegram.violations({ severity: 'warning' })).toEqual([])
      expect(ward.telegram.unansweredCallbacks({ olderThanMs: 0 })).toEqual([])
    },
  )
})

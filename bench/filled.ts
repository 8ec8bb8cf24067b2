import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addDays, localDate } from '#domain/dates.ts'
import { openDatabase } from '#prisma/database.ts'
import type { Country } from './country/country.ts'
import { fillCountry } from './country/fill.ts'
import type { Asker } from './grammy/asking.ts'

/** Works in a folder of its own, which is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Makes SQLite files with so many councils on one Telegram bot, to whom nothing is to be said by itself today: for processes that run by the real clock.
 * The sizes ascend, and each is filled from the one before.
 */
export async function fillToday(folder: string, sizes: readonly number[]): Promise<Map<number, string>> {
  const file = path.join(folder, 'filling.db')
  const date = localDate(new Date(), 'Asia/Ho_Chi_Minh')
  const country: Country = { seed: 1, date, bots: 1 }
  const files = new Map<number, string>()
  let filled = 0
  for (const councils of sizes) {
    const db = await openDatabase(`file:${file}`)
    await fillCountry(db, country, filled + 1, councils)
    await db.council.updateMany({ data: { remindedThrough: addDays(date, 1), cardsOn: addDays(date, 1) } })
    await db.$disconnect()
    filled = councils
    const copy = path.join(folder, `${councils}-councils.db`)
    copyFileSync(file, copy)
    files.set(councils, copy)
  }
  return files
}

/** The people of a filled database on Telegram, each where they ask: in private, or a member in each group. In no order. */
export async function askersIn(file: string): Promise<Asker[]> {
  const db = await openDatabase(`file:${file}`)
  const chats = await db.chat.findMany({ where: { platform: 'telegram' }, orderBy: { id: 'asc' } })
  const members = await db.membership.findMany({
    where: { person: { accounts: { some: { platform: 'telegram' } } } },
    select: { councilId: true, person: { select: { accounts: { select: { externalId: true } } } } },
  })
  await db.$disconnect()
  const memberOf = new Map(members.map((one) => [one.councilId, one.person.accounts[0]!.externalId]))
  return chats.map(({ externalId: chat, kind, councilId }) => ({
    chat,
    person: kind === 'private' ? chat : memberOf.get(councilId!)!,
  }))
}

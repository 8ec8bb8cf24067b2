import { addDays, localDate, type IsoDate } from '#domain/dates.ts'
import type { Database } from '#prisma/database.ts'

const DAY_MS = 86_400_000

/** A morning of so many councils with so many groups each, which share so many bots. */
export interface GrownMorning {
  councils: number
  groupsEach: number
  bots: number
}

/** How the bot of a number says who it is. */
export const tokenOf = (bot: number) => `${1000 + bot}:BOT`
export const botOf = (token: string) => Number(token.split(':')[0]) - 1000
/** What every reminder of the morning says, and nothing else. */
export const REMINDS = 'Hôm nay là ngày cuối'
/** The task that it is about. */
export const TASK = 'Nộp báo cáo'

/** Puts the councils into a database, with a secretary each and a task that is due today, of which each group is to be reminded. Returns the chats of each bot. */
export async function seedMorning(db: Database, { councils, groupsEach, bots }: GrownMorning) {
  const now = new Date()
  const zone = middayZone(now)
  const chats = new Map<number, string[]>()
  for (let number = 1; number <= councils; number += 1) {
    const bot = 1 + (number % bots)
    const added = await addCouncil(db, { number, bot, groups: groupsEach, zone, today: localDate(now, zone) })
    chats.set(bot, [...(chats.get(bot) ?? []), ...added])
  }
  return chats
}

interface Added {
  number: number
  bot: number
  groups: number
  zone: string
  today: IsoDate
}

async function addCouncil(db: Database, { number, bot, groups, zone, today }: Added): Promise<string[]> {
  const at = new Date(Date.now() - 2 * DAY_MS)
  const secretary = { platform: 'telegram', externalId: String(number) }
  const person = await db.person.create({
    data: { name: `Thư ký ${number}`, createdAt: at, accounts: { create: secretary } },
  })
  const deadline = { position: 0, wording: 'Hôm nay', kind: 'by', to: today, dueOn: today }
  const task = { position: 0, no: '1', title: TASK, deadlines: { create: deadline } }
  const version = { version: 1, state: 'approved', sourceName: 'x', sourceHash: 'x', warnings: [], createdAt: at }
  const { id } = await db.council.create({
    data: {
      name: `Hội đồng ${number}`,
      locale: 'vi',
      timeZone: zone,
      createdAt: at,
      reminders: { at: '00:00', quietFrom: '00:00', quietTo: '00:00' },
      // Cards are no part of this morning.
      cardsOn: addDays(today, 2),
      workingDays: { create: [today, addDays(today, 1)].map((date) => ({ date, working: true })) },
      memberships: { create: { personId: person.id, role: 'secretariat', createdAt: at } },
      plans: { create: { createdAt: at, versions: { create: { ...version, tasks: { create: task } } } } },
      bots: { create: { platform: 'telegram', bot } },
    },
  })
  const linked = { platform: 'telegram', bot, kind: 'group', councilId: id, createdAt: at, linkedAt: at }
  const groupsOf = Array.from({ length: groups }, (_, index) => 1000 * number + index)
  const data = groupsOf.map((group) => ({ ...linked, externalId: String(-group), title: `Nhóm ${group}` }))
  await db.chat.createMany({ data })
  await db.chat.create({ data: { ...secretary, bot, kind: 'private', createdAt: at } })
  return [secretary.externalId, ...data.map(({ externalId }) => externalId)]
}

/** A zone in which it is about noon, so that the day does not end while a test runs. */
function middayZone(now: Date): string {
  const ahead = 12 - now.getUTCHours()
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

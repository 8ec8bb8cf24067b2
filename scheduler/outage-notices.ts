import { formatMoment, localTime } from '#domain/dates.ts'
import { botKey, type BotRef } from '#domain/platforms.ts'
import { isQuiet, ReminderSettings } from '#domain/reminder-settings.ts'
import { botNames, budgetReply, outageOverReply, outageReply } from '#locales/route-message.ts'
import { knownBots } from '#prisma/known-bots.ts'
import { botsDown, outageTold, untoldOutages, type Outage } from '#prisma/outages.ts'
import { tellSecretariats, type Telling } from './tell-secretariats.ts'

/** Where these networks are at home: an outage is one for all councils. */
const ZONE = 'Asia/Ho_Chi_Minh'

/**
 * Tells the secretariats of councils on a bot that it takes nothing, and again when it works. Whoever has no other route hears of both when it
 * works again. Nobody is woken for it; what is over by the morning is worth no word. Returns how many persons were told.
 */
export async function tellOutages(context: Telling): Promise<number> {
  if (isQuiet(localTime(context.now, ZONE), ReminderSettings.parse({}))) return 0
  let told = 0
  for (const outage of await untoldOutages(context.db)) {
    if (!outage.endedAt) told += await tellBegun(context, outage)
    // Over before anybody was told: it is worth no word.
    else if (outage.toldAt) told += await tellOver(context, outage, outage.endedAt)
    await outageTold(context.db, outage, context.now)
  }
  return told
}

const nameOf = (outage: Outage, what: string) => `outage-${what}:${botKey(outage)}:${outage.since.getTime()}`

async function tellBegun(context: Telling, outage: Outage): Promise<number> {
  const down = await botsDown(context.db)
  const names = botNames(await knownBots(context.db))
  return tellSecretariats(context, outage, nameOf(outage, 'begun'), (_, route) =>
    down.has(botKey(route)) ? undefined : outageReply(names, outage, route),
  )
}

async function tellOver(context: Telling, outage: Outage, endedAt: Date): Promise<number> {
  const names = botNames(await knownBots(context.db))
  return tellSecretariats(context, outage, nameOf(outage, 'over'), ({ timeZone }) =>
    outageOverReply(names, outage, {
      from: formatMoment(outage.since, timeZone),
      to: formatMoment(endedAt, timeZone),
    }),
  )
}

/**
 * Tells the secretariats of councils on a bot how much of the month's messages is used up: once a month that it is nearly all, and once that it is.
 * `month`: YYYY-MM in the platform's time zone.
 */
export async function tellBudget(
  context: Telling,
  bot: BotRef,
  { used, of, month }: { used: number; of: number; month: string },
): Promise<number> {
  const name = `budget-${used >= of ? 'spent' : 'nearly'}:${botKey(bot)}:${month}`
  const names = botNames(await knownBots(context.db))
  return tellSecretariats(context, bot, name, () => budgetReply(names, bot, { used, of }))
}

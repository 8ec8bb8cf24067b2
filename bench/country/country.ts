import { addDays, isoDate, type IsoDate } from '#domain/dates.ts'
import type { PlatformName } from '#domain/messages.ts'
import { createDice } from './dice.ts'
import { placeName } from './names.ts'
import { drawPeople } from './people-rows.ts'
import { drawPlan } from './plan-rows.ts'
import { drawRound } from './round-rows.ts'
import { noRows, type Drawn, type Rows } from './rows.ts'

/** The communes, wards and special zones of Viet Nam since July 2025, and how many of them are wards. */
export const COUNCILS = 3321
const WARDS = 687 / COUNCILS
/** A Monday, on which this country has about 10,000 messages to send. */
export const MORNING = isoDate(2026, 5, 11)!
export const TELEGRAM_BOTS = 4

const NETWORKS: readonly (readonly [PlatformName, number])[] = [
  ['telegram', 0.9],
  ['zalo-oa', 0.07],
  ['zalo-bot', 0.03],
]

export interface Country {
  seed: number
  /** The day whose morning is still to be said; plans are of its year. */
  date: IsoDate
  /** Over how many Telegram bots the councils are spread. */
  bots: number
}

/** All rows of one council. They follow from the country and its number, whatever other councils there are. */
export function councilRows({ seed, date, bots }: Country, number: number): Rows {
  const dice = createDice(seed * 100_003 + number)
  const platform = dice.weighted(NETWORKS)
  const place = dice.chance(WARDS) ? 'phường' : 'xã'
  const bot = platform === 'telegram' ? (number % bots) + 1 : 1
  const council: Drawn = {
    number,
    dice,
    rows: noRows(),
    date,
    councilId: dice.id(),
    place,
    name: placeName(number),
    platform,
    bot,
    units: [],
  }
  const { rows, councilId } = council
  rows.council.push({
    id: councilId,
    name: `Hội đồng Thi đua - Khen thưởng ${place} ${council.name}`,
    locale: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    createdAt: new Date(`${addDays(date, -200)}T02:00:00Z`),
    remindedThrough: addDays(date, -1),
    cardsOn: date,
  })
  rows.councilBot.push({ councilId, platform, bot })
  drawPeople(council)
  drawPlan(council)
  drawRound(council)
  return rows
}

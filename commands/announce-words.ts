import type { Announcement, Repeat } from '#domain/announcements/announcement.ts'
import { estimate, LIMITS } from '#domain/announcements/estimate.ts'
import { outgoing } from '#domain/announcements/outgoing.ts'
import type { Message, PlatformName } from '#domain/messages.ts'
import { listed } from '#locales/round-message.ts'
import { platformLabel } from '#locales/route-message.ts'
import { resolveAudience } from '#prisma/announcement-audience.ts'
import type { CouncilContext } from './command.ts'

export type Told = Awaited<ReturnType<typeof resolveAudience>>

/** The chats and persons whom a draft would be sent to as things are. */
export const toldOf = ({ db, council }: CouncilContext, { audience }: Announcement): Promise<Told> =>
  resolveAudience(db, council.id, audience)

/** "Gửi tới: 4 nhóm, 11 trưởng đơn vị (9 qua Telegram, 2 chưa nhắn được). Dự kiến xong trong 15 giây." */
export function audienceLine(told: Told, draft: Announcement): Message {
  if (told.length === 0) return { key: 'announce-no-audience' }
  const reached = told.filter(({ chatId }) => chatId !== undefined).length
  const messages = outgoing(draft).length
  // A chat takes one message a second.
  const time = durationMessage(Math.max(estimate(reached * messages, LIMITS), messages))
  return { key: 'announce-to', values: { who: whoMessage(told), via: viaMessage(told), time } }
}

/** "4 nhóm, 11 trưởng đơn vị". There must be somebody. */
export function whoMessage(told: Told): Message {
  const groups = told.filter(({ group }) => group).length
  const heads = told.filter(({ group, unit }) => !group && unit !== undefined).length
  const others = told.length - groups - heads
  return listed([
    ...(groups > 0 ? [{ key: 'announce-groups', values: { count: groups } }] : []),
    ...(heads > 0 ? [{ key: 'announce-heads', values: { count: heads } }] : []),
    ...(others > 0 ? [{ key: 'announce-persons', values: { count: others } }] : []),
  ])
}

/** How persons are reached, and how many are not. */
function viaMessage(told: Told): string | Message {
  const persons = told.filter(({ group }) => !group)
  if (persons.length === 0) return ''
  const platforms = [...new Set(persons.flatMap(({ platform }) => platform ?? []))]
  const on = (platform: PlatformName) => persons.filter((one) => one.platform === platform).length
  const unreached = persons.filter(({ chatId }) => chatId === undefined).length
  const parts = [
    ...platforms.map((platform): Message => {
      return { key: 'announce-via', values: { count: on(platform), platform: platformLabel(platform) } }
    }),
    ...(unreached > 0 ? [{ key: 'announce-unreached', values: { count: unreached } }] : []),
  ]
  return { key: 'announce-in-brackets', values: { what: listed(parts) } }
}

function durationMessage(seconds: number): Message {
  if (seconds < 60) return { key: 'announce-seconds', values: { count: Math.max(seconds, 1) } }
  return { key: 'announce-minutes', values: { count: Math.ceil(seconds / 60) } }
}

/** How an announcement is meant to go on: again and again, with a receipt. */
export const planLines = ({ repeat, receipt }: Announcement): Message[] => [
  ...(repeat ? [{ key: REPEATED[repeat] }] : []),
  ...(receipt ? [{ key: 'announce-with-receipt' }] : []),
]

const REPEATED: Record<Repeat, string> = { weekly: 'announce-weekly', monthly: 'announce-monthly' }

import type { ChatId } from '#domain/ids.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { botKey, carriesFile } from '#domain/platforms.ts'
import { botNames, viaMessage, type NameOf } from '#locales/route-message.ts'
import { partKey } from '#prisma/announcement-rows.ts'
import { knownBots } from '#prisma/known-bots.ts'
import { botsDown } from '#prisma/outages.ts'
import {
  endStranded,
  keyVia,
  mayMoveRecipient,
  moveRecipient,
  nextRoute,
  partOf,
  type OtherRoute,
} from '#prisma/other-route.ts'
import { strandedRows, type Stranded } from '#prisma/stranded.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { Job, Within } from './job.ts'
import { tellOutages } from './outage-notices.ts'

/** What was refused earlier is not brought up again. */
const LOOK_BACK_MS = 6 * 3_600_000

/**
 * Says to persons with several private chats on another route what the first one does not take, once, and tells the secretariats of bots that take
 * nothing.
 */
export const routes: Job = {
  name: 'routes',
  cron: '* * * * *',
  async run(context) {
    const { db, now } = context
    const told = await tellOutages(context)
    const looked = { now, since: new Date(now.getTime() - LOOK_BACK_MS), down: await botsDown(db) }
    const names = botNames(await knownBots(db))
    const { sum, failed } = await eachInTurn(context, await strandedRows(db, looked), {
      due: (row) => async (within) => ((await sayElsewhere({ ...within, names }, row, looked)) ? 1 : 0),
      what: 'row',
      fault: 'a message could not be said on another route',
    })
    return { moved: sum, told, failed }
  },
}

type Saying = Within & { names: NameOf }

/** Returns whether it was put into the outbox. */
async function sayElsewhere(
  { tx, now, say, names }: Saying,
  row: Stranded,
  looked: { since: Date; down: ReadonlySet<string> },
): Promise<boolean> {
  const to = await nextRoute(tx, row, looked)
  const reply = to && replyFor(row, to, viaMessage(names, to, row, looked.down.has(botKey(row))))
  if (!reply) return false
  const part = partOf(row.dedupeKey)
  if (part && !(await mayMoveRecipient(tx, part, to.id))) return false
  if (!(await endStranded(tx, row, now))) return false
  // An announcement counts its recipient once: the other route is a further try.
  const dedupeKey = part
    ? partKey(part.announcementId, part.recipientId, await moveRecipient(tx, part, to.id), part.part)
    : keyVia(row.dedupeKey, to.id)
  const personId = row.prompt?.personal ? row.personId : undefined
  const chat = { chatId: to.id as ChatId, platform: to.platform, locale: to.locale, personId }
  return say(tx, { ...chat, kind: row.kind, dedupeKey, now }, reply)
}

/** The same words and choices; undefined where they cannot move: they change a message of the first chat, or hold files of its bot. */
function replyFor({ payload, prompt }: Stranded, to: OtherRoute, via: Message): Reply | undefined {
  const { body, file, media, edits, editsRow, deletes } = payload
  if (media ?? edits ?? editsRow ?? deletes) return undefined
  const size = file ? Buffer.byteLength(file.base64, 'base64') : 0
  if (file && !carriesFile(to.platform, { name: file.name, size })) return undefined
  return {
    head: [via],
    raw: { body },
    choices: prompt ? choicesOf(payload.choices, prompt.lines) : [],
    menu: prompt?.menu ?? false,
    standing: prompt?.standing ?? false,
    ...(file ? { file } : {}),
  }
}

function choicesOf(labels: string[][], lines: string[]): Choice[][] {
  let index = 0
  return labels.map((row) => row.map((text) => ({ label: { key: 'text', values: { text } }, line: lines[index++]! })))
}

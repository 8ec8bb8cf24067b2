import { z } from 'zod'
import { may } from '#domain/access.ts'
import { fold } from '#domain/fold.ts'
import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { chooseAudience } from './announce-audience.ts'
import { addTo, compose, NEW, removeLast } from './announce-compose.ts'
import { askWithdraw, correct, takeBack } from './announce-correct.ts'
import { list, workbook } from './announce-list.ts'
import { overview } from './announce-overview.ts'
import { partReplies, preview, repeatAt, summary, switchReceipt } from './announce-preview.ts'
import { confirm, receiptMeant, remindThem } from './announce-receipt.ts'
import { drop, goOn, retry, retryUncertain, send, sendAnyway, stop } from './announce-send.ts'
import { show } from './announce-show.ts'
import { keepAsTemplate, templates } from './announce-templates.ts'
import { schedule, scheduleAnyway, unschedule } from './announce-time.ts'
import { announcementOf, type OneAct } from './announce-which.ts'
import type { Command, CouncilContext } from './command.ts'
import { withCouncil } from './no-council.ts'

/** What choices ask of one announcement: `<act> @<id> <words>`. */
const ACTS: Readonly<Record<string, OneAct>> = {
  xem: show,
  soan: addTo,
  'bo-cuoi': removeLast,
  'xem-truoc': preview,
  'noi-dung': (context, announcement) => Promise.resolve(partReplies(context, announcement)),
  nhan: chooseAudience,
  'gui-toi': summary,
  'xac-nhan': switchReceipt,
  lap: repeatAt,
  hen: schedule,
  'hen-du': scheduleAnyway,
  'bo-hen': unschedule,
  gui: send,
  'gui-du': sendAnyway,
  huy: drop,
  dung: stop,
  tiep: goOn,
  'gui-lai': retry,
  'gui-lai-ca': retryUncertain,
  'danh-sach': list,
  excel: workbook,
  sua: correct,
  'thu-hoi': askWithdraw,
  'thu-hoi-chac': takeBack,
  nhac: remindThem,
  'luu-mau': keepAsTemplate,
}

/** What the secretariat tells many chats at once: written, sent and followed in private. Those who are told confirm with it, too. */
export const announce: Command = {
  name: 'thongbao',
  aliases: ['announce'],
  act: 'confirm-announcement',
  about: 'person',
  args: z.string(),
  understands: receiptMeant,
  run: async (context, text) => {
    const received = /^da-nhan (\S+)$/.exec(text)
    if (received) return confirm(context, received[1]!)
    const known = withCouncil(context, `/thongbao ${text}`.trim())
    const { roles, chat } = known
    if (!may('announce', roles, false)) throw new UserError('not-allowed')
    return chat.kind === 'group' ? [{ head: [{ key: 'announce-in-private' }] }] : run(known, text)
  },
}

async function run(context: CouncilContext, text: string): Promise<Reply[]> {
  const [, name = '', id, words = ''] = /^([a-z-]+) @(\S+)(?:\s+([^]*))?$/.exec(text) ?? []
  if (name === 'soan' && id === NEW) return compose(context, words)
  const act = ACTS[name]
  if (act && id !== undefined) return act(context, await announcementOf(context, id), words)
  const asked = fold(text)
  if (asked === '' && !context.file) return [await overview(context)]
  if (COMPOSE.includes(asked)) return compose(context, '')
  if (TEMPLATES.includes(asked) || TEMPLATE.test(text)) return templates(context, text.replace(/^\S+\s*/, ''))
  return compose(context, text)
}

/** What people type; anything else is already the announcement. */
const COMPOSE = ['soan', 'soan thong bao', 'compose', 'new']
const TEMPLATES = ['mau', 'template', 'templates']
/** A choice among templates. */
const TEMPLATE = /^mau @/

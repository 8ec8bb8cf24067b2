import { z } from 'zod'
import { fold } from '#domain/fold.ts'
import type { RoundId } from '#domain/ids.ts'
import type { Choice } from '#domain/messages.ts'
import type { Round } from '#domain/rounds/round.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { roundSaidIn } from '#prisma/round-cards.ts'
import { findRound, roundsOf } from '#prisma/rounds.ts'
import type { Command, CouncilContext } from './command.ts'
import { LONGEST_LABEL, MOST_CHOICES } from './find-unit.ts'
import { leadingWords } from './leading-words.ts'
import { minutesFile, pictures, workbookFile } from './tally-files.ts'
import { FORMS, tallyLine, type Form } from './tally-line.ts'
import { tallyPage } from './tally-page.ts'

/** The result of a round so far: a table in the chat, a picture, a workbook, and for the secretariat the sheet for the minutes. */
export const tally: Command = {
  name: 'tonghop',
  aliases: ['tally'],
  act: 'see-rounds',
  about: 'council',
  args: z.string(),
  understands: (text) => Promise.resolve(ASKING.test(fold(text)) ? '' : undefined),
  run: async (context, text) => {
    const found = leadingWords(text, FORMS)
    const form = found?.entry.form ?? 'table'
    const round = await roundAsked(context, form, found?.rest ?? text)
    switch (form) {
      case 'picture':
        return pictures(context, round)
      case 'workbook':
        return [await workbookFile(context, round)]
      case 'minutes':
        return [await minutesFile(context, round)]
      case 'table':
        return [tallyPage(context, round, readPage(text))]
    }
  },
}

const ASKING =
  /^(?:(?:cho )?(?:em |toi |xin |xem )*)?(?:ket qua|tong hop) (?:cac )?(?:de nghi|de xuat|dot de nghi|dot|chi tieu de nghi)(?: khen thuong)?(?: den dau(?: roi)?| the nao| hien nay| nay| ra sao)?[ ?.]*$|^(?:xem )?(?:bang )?tong hop[ ?.]*$|^(?:what is )?the (?:tally|result of the round)[ ?.]*$|^tally[ ?.]*$/

function readPage(text: string): number {
  return Number(/(?:trang|page) (\d{1,3})$/.exec(fold(text))?.[1] ?? 1)
}

/** The round behind a choice, the one whose message was answered, or the newest, if no other is open. Throws UserError where several may be meant. */
async function roundAsked(context: CouncilContext, form: Form, text: string): Promise<Round> {
  const { db, council, chat, message } = context
  const told = /@(\S+)/.exec(text)?.[1] as RoundId | undefined
  const answered = told ?? (message?.repliesTo ? await roundSaidIn(db, chat.id, message.repliesTo) : undefined)
  const rounds = await roundsOf(db, council.id, ['open', 'closed'])
  const open = rounds.filter(({ state }) => state === 'open')
  const [latest] = open.length > 0 ? open : rounds
  const wanted = answered ?? (open.length > 1 ? undefined : latest?.id)
  if (wanted === undefined && open.length > 1) throw new UserError('tally-which-round', {}, roundChoices(form, open))
  const round = wanted && (await findRound(db, council.id, wanted))
  if (!round) throw new UserError('tally-none')
  return round
}

function roundChoices(form: Form, rounds: { id: RoundId; title: string }[]): Choice[][] {
  return rounds
    .slice(0, MOST_CHOICES)
    .map(({ id, title }) => [
      { label: { key: 'choice-plain', values: { text: shorten(title, LONGEST_LABEL) } }, line: tallyLine(id, form) },
    ])
}

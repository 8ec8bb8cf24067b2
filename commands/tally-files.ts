import { may } from '#domain/access.ts'
import type { Reply } from '#domain/messages.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'
import { UserError } from '#domain/user-error.ts'
import { movementTables, type TallyInput } from '#documents/tally-input.ts'
import { movementLabel } from '#locales/round-message.ts'
import { tallyWords } from '#locales/tally-words.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { chatFile, plainLetters } from './chat-file.ts'
import type { CouncilContext } from './command.ts'

// The libraries behind these files are large, and few of those who start the program ever want one: they are loaded when they are asked for.

/** The result of a round as a workbook in the shape of the plan's appendix. */
export async function workbookFile(context: CouncilContext, round: Round): Promise<Reply> {
  const { tallyWorkbook } = await import('#documents/tally-workbook.ts')
  const bytes = await tallyWorkbook(await inputOf(context, round))
  return fileReply('tally-workbook', round, chatFile(`tong-hop-${plainLetters(round.title)}`, 'xlsx', bytes))
}

/** The sheet for the minutes, for the secretariat. */
export async function minutesFile(context: CouncilContext, round: Round): Promise<Reply> {
  if (!may('run-rounds', context.roles, false)) throw new UserError('not-allowed')
  const { tallyMinutes } = await import('#documents/tally-minutes.ts')
  const bytes = await tallyMinutes(await inputOf(context, round))
  const file = chatFile(`bien-ban-${plainLetters(round.title)}`, 'docx', bytes)
  return { ...fileReply('tally-minutes', round, file), inPrivate: true }
}

/** A picture of each movement that has something to draw. */
export async function pictures(context: CouncilContext, round: Round): Promise<Reply[]> {
  const { tallyPicture } = await import('#documents/tally-picture.ts')
  const input = await inputOf(context, round)
  const replies: Reply[] = []
  for (const { movement } of movementTables(input.standing)) {
    const bytes = await tallyPicture(input, movement)
    if (!bytes) continue
    const values = { title: round.title, movement: movementLabel(movement.name) }
    replies.push({
      head: [{ key: 'tally-picture', values }],
      file: chatFile(`bieu-do-${plainLetters(movement.name)}`, 'png', bytes),
    })
  }
  if (replies.length === 0) throw new UserError('tally-no-picture')
  return replies
}

async function inputOf({ db, council, now, translate }: CouncilContext, round: Round): Promise<TallyInput> {
  const [plan] = await approvedPlans(db, council.id)
  return {
    round,
    standing: standing(round),
    councilName: council.name,
    issuer: plan?.issuer ?? undefined,
    now,
    timeZone: council.timeZone,
    words: tallyWords(translate),
  }
}

function fileReply(key: string, { title }: Round, file: NonNullable<Reply['file']>): Reply {
  return { head: [{ key, values: { title } }], file }
}

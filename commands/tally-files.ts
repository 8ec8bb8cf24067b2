import { may } from '#domain/access.ts'
import { fold } from '#domain/fold.ts'
import type { Reply } from '#domain/messages.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'
import { UserError } from '#domain/user-error.ts'
import { movementTables, type TallyInput } from '#documents/tally-input.ts'
import { movementLabel } from '#locales/round-message.ts'
import { tallyWords } from '#locales/tally-words.ts'
import { approvedPlans } from '#prisma/plans.ts'
import type { CouncilContext } from './command.ts'

// The libraries behind these files are large, and few of those who start the program ever want one: they are loaded when they are asked for.
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The result of a round as a workbook in the shape of the plan's appendix. */
export async function workbookFile(context: CouncilContext, round: Round): Promise<Reply> {
  const { tallyWorkbook } = await import('#documents/tally-workbook.ts')
  const bytes = await tallyWorkbook(await inputOf(context, round))
  return fileReply('tally-workbook', round, { bytes, mime: XLSX, ending: 'xlsx', what: 'tong-hop' })
}

/** The sheet for the minutes, for the secretariat. */
export async function minutesFile(context: CouncilContext, round: Round): Promise<Reply> {
  if (!may('run-rounds', context.roles, false)) throw new UserError('not-allowed')
  const { tallyMinutes } = await import('#documents/tally-minutes.ts')
  const bytes = await tallyMinutes(await inputOf(context, round))
  const reply = fileReply('tally-minutes', round, { bytes, mime: DOCX, ending: 'docx', what: 'bien-ban' })
  return { ...reply, inPrivate: true }
}

/** A picture of each movement that has something to draw. */
export async function pictures(context: CouncilContext, round: Round): Promise<Reply[]> {
  const { tallyPicture } = await import('#documents/tally-picture.ts')
  const input = await inputOf(context, round)
  const replies: Reply[] = []
  for (const { movement } of movementTables(input.standing)) {
    const bytes = await tallyPicture(input, movement)
    if (!bytes) continue
    const name = fileName('bieu-do', movement.name, 'png')
    const values = { title: round.title, movement: movementLabel(movement.name) }
    replies.push({
      head: [{ key: 'tally-picture', values }],
      file: { name, mime: 'image/png', base64: Buffer.from(bytes).toString('base64') },
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

function fileReply(
  key: string,
  { title }: Round,
  { bytes, mime, ending, what }: { bytes: Uint8Array; mime: string; ending: string; what: string },
): Reply {
  const file = { name: fileName(what, title, ending), mime, base64: Buffer.from(bytes).toString('base64') }
  return { head: [{ key, values: { title } }], file }
}

/** Plain letters and digits survive every phone and mail program. */
function fileName(what: string, title: string, ending: string): string {
  const plain = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `${what}-${plain}.${ending}`
}

import { fold } from '#domain/fold.ts'
import type { Choice, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { draftWords } from '#locales/draft-words.ts'
import { draftOf } from '#prisma/draft-of.ts'
import type { CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'
import { reviewed } from './plan-which.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What was read, as a workbook that can be corrected and sent back: it becomes a new draft of the same plan. */
export async function planWorkbook(context: CouncilContext, versionId: string): Promise<Reply> {
  const { db, council, translate } = context
  const { version } = await reviewed(context, versionId)
  const draft = await draftOf(db, council.id, versionId)
  if (!draft) throw new UserError('plan-gone')
  // The library behind it is large and seldom wanted.
  const { draftWorkbook } = await import('#documents/draft-workbook.ts')
  const bytes = await draftWorkbook(draft, draftWords(translate))
  const name = `ke-hoach-${fold(version.number ?? version.title ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)}.xlsx`
  const values = { plan: planMessage(version) }
  return {
    head: [{ key: 'plan-workbook', values }],
    choices: [[{ label: { key: 'choice-overview' }, line: `/kehoach xem @${versionId}` }]],
    file: { name, mime: XLSX, base64: Buffer.from(bytes).toString('base64') },
  }
}

export const workbookChoice = (versionId: string): Choice => ({
  label: { key: 'choice-plan-workbook' },
  line: `/kehoach excel @${versionId}`,
})

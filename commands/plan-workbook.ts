import type { Choice, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { draftWords } from '#locales/draft-words.ts'
import { draftOf } from '#prisma/draft-of.ts'
import { chatFile, plainLetters } from './chat-file.ts'
import type { CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'

/** What was read, as a workbook that can be corrected and sent back: it becomes a new draft of the same plan. */
export async function planWorkbook(context: CouncilContext, versionId: string): Promise<Reply> {
  const { db, council, translate } = context
  const draft = await draftOf(db, council.id, versionId)
  if (!draft) throw new UserError('plan-gone')
  // The library behind it is large and seldom wanted.
  const { draftWorkbook } = await import('#documents/draft-workbook.ts')
  const bytes = await draftWorkbook(draft, draftWords(translate))
  return {
    head: [{ key: 'plan-workbook', values: { plan: planMessage(draft.plan) } }],
    choices: [[{ label: { key: 'choice-overview' }, line: `/kehoach xem @${versionId}` }]],
    file: chatFile(`ke-hoach-${plainLetters(draft.plan.number ?? draft.plan.title ?? '')}`, 'xlsx', bytes),
  }
}

export const workbookChoice = (versionId: string): Choice => ({
  label: { key: 'choice-plan-workbook' },
  line: `/kehoach excel @${versionId}`,
})

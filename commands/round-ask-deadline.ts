import type { Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL } from './find-unit.ts'
import { deadlineChoices } from './round-time.ts'

/** Where a deadline goes: the line that takes its words behind it, and the one that asks for other words. */
export interface DeadlineLines {
  take: string
  other: string
}

/** Deadlines to choose from, after an instant where there is one; words may name another one at once. */
export async function askDeadline(
  context: CouncilContext,
  { take, other }: DeadlineLines,
  head: Message,
  after?: Date,
): Promise<Reply> {
  const choices = await deadlineChoices(context, (words) => `${take} ${words}`, after)
  return {
    head: [head],
    choices: [...choices, [{ label: { key: 'choice-other-day' }, line: other }]],
    asks: take,
    replace: true,
    personal: true,
  }
}

/** Words were no deadline: the next ones may be. */
export async function askDeadlineAgain(context: CouncilContext, lines: DeadlineLines, words: string): Promise<Reply> {
  const head = { key: 'rounds-deadline-unclear', values: { text: shorten(words, LONGEST_LABEL) } }
  return { ...(await askDeadline(context, lines, head)), replace: false }
}

/** The next words are a deadline. */
export const askOtherDeadline = ({ take }: DeadlineLines): Reply => ({
  head: [{ key: 'rounds-deadline-ask' }],
  asks: take,
  personal: true,
})

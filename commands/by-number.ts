import type { PromptId } from '#domain/ids.ts'
import type { Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { fold } from '#domain/fold.ts'
import { promptByNumber, promptReplied, takeChoice } from '#prisma/prompts.ts'
import { openQuestion, takeQuestion } from '#prisma/questions.ts'
import type { Context } from './command.ts'

/** Folded: a number and nothing else, as people answer a numbered list: "2", "2.", "(2)", "số 2", "chọn 2", "no. 2". */
const BARE = /^(?:\( ?(\d{1,2}) ?\)|(?:(?:chon )?(?:so )?|no\.? ?)(\d{1,2})[.)]?)$/

/** Folded: what politeness puts around a number, and marks behind it: "dạ 2 ạ", "em chọn 2 nhé", "2!". */
const POLITE = /^(?:(?:da|vang|em|toi|minh|cho|xin|lay)[, ]+)*|[,!]?(?: (?:a|nhe|nha|di))* ?[.,!]*$/g
/** What makes a digit a sign of its own: "2️⃣". */
const KEYCAP = /[\uFE0F\u20E3]/g

/** With all that politeness puts around it. */
const LONGEST_NUMBER = 100

/** The number that a text is; undefined where it says more than that. `politely`: said to the bot, with words of politeness around it. */
export function bareNumber(text: string, { politely = false } = {}): number | undefined {
  if (text.length > LONGEST_NUMBER) return undefined
  const words = fold(text.normalize('NFKC').replace(KEYCAP, ''))
  const [, inBrackets, plain] = BARE.exec(words) ?? BARE.exec(politely ? words.replace(POLITE, '').trim() : words) ?? []
  const digits = inBrackets ?? plain
  return digits === undefined ? undefined : Number(digits)
}

/** A text as it was said: merely heard, or as a reply to this message of the bot. */
export interface Said {
  text: string
  overheard: boolean
  under: { promptId: PromptId | undefined } | undefined
}

/**
 * What a text answers by number where there are no buttons: the command line of the choice, or what is to be said instead. Undefined where it is
 * no number or answers no choices: it is read like any other words. Throws nothing.
 */
export async function byNumber(
  { db, chat, person, now }: Context,
  { text, overheard, under }: Said,
): Promise<{ line: string } | { replies: Reply[] } | undefined> {
  const number = TRAITS[chat.platform].buttons ? undefined : bareNumber(text, { politely: !overheard })
  if (number === undefined) return undefined
  const of = { chatId: chat.id, personId: person.id }
  const promptId = under?.promptId
  if (under && !promptId) return undefined
  const prompt = promptId
    ? await promptReplied(db, { ...of, promptId }, now)
    : await promptByNumber(db, of, number, now)
  if (!prompt) return undefined
  if (number < 1 || number > prompt.count) {
    // The words that a question wants may be a number, too.
    if ((await openQuestion(db, of, now)) !== undefined) return undefined
    return { replies: overheard ? [] : [{ head: [{ key: 'number-range', values: { count: prompt.count } }] }] }
  }
  await takeQuestion(db, of, now)
  const line = await takeChoice(db, { ...of, promptId: prompt.promptId, index: number - 1 }, now)
  return line === undefined ? { replies: [] } : { line }
}

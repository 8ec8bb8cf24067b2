import type { Choice, Reply } from '#domain/messages.ts'
import { openingLine, readOpeningLine, type Opening } from '#domain/rounds/opening-line.ts'
import { readOpening } from '#domain/rounds/read-opening.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { movementLabel } from '#locales/round-message.ts'
import { groupsOf, type Recipient } from '#prisma/reminders.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL } from './find-unit.ts'
import { askDeadline, askDeadlineAgain, askOtherDeadline, type DeadlineLines } from './round-ask-deadline.ts'
import { movementsOfPlans, type OfPlan } from './round-movements.ts'
import { draftPreview } from './round-preview.ts'
import { privately } from './privately.ts'
import { deadlineIn, isDeadline } from './round-time.ts'

/** Opens a round in a few presses or in one typed line: movements, deadline, groups, preview. All of it in private. */
export async function openRound(context: CouncilContext, text: string): Promise<Reply[]> {
  const all = await movementsOfPlans(context)
  const movements = all.map(({ movement }) => movement)
  const chosen = readOpeningLine(text) ?? readOpening(text, movements, await isDeadline(context))
  const opening = { ...chosen, picked: chosen.picked.filter((at) => all[at - 1]) }
  return privately(context, await STEPS[opening.step](context, opening, all))
}

type Step = (context: CouncilContext, opening: Opening, all: OfPlan[]) => Promise<Reply>

const STEPS: Record<Opening['step'], Step> = {
  movements: (_, opening, all) => Promise.resolve(askMovements(all, opening)),
  other: (_, opening) => Promise.resolve(askName(opening)),
  name: (_, { words, ...opening }, all) =>
    Promise.resolve(askMovements(all, withName({ ...opening, words: '' }, words))),
  deadlines: (context, opening) => askDeadline(context, deadlineLines(opening), { key: 'rounds-open-deadline' }),
  ask: (_, opening) => Promise.resolve(askOtherDeadline(deadlineLines(opening))),
  chats: async (context, opening) => askChats(opening, await groupsOf(context.db, context.council.id)),
  preview,
}

/** The line of a choice that goes on from what is chosen. */
const line = (opening: Opening, change: Partial<Opening>): string => `/dot mo ${openingLine({ ...opening, ...change })}`

const choice = (key: string, opening: Opening, change: Partial<Opening>): Choice => ({
  label: { key },
  line: line(opening, change),
})

const withName = (opening: Opening, name: string): Opening => ({
  ...opening,
  named: [...new Set([...opening.named, ...(name.trim() ? [shorten(name.trim(), 200)] : [])])],
})

function askMovements(all: OfPlan[], { unclear, ...given }: Opening): Reply {
  const opening: Opening = { ...given, step: 'movements' }
  const labels = labelsOf(all)
  const toggles = labels.map((label, index): Choice[] => {
    const on = opening.picked.includes(index + 1)
    const picked = on ? opening.picked.filter((at) => at !== index + 1) : [...opening.picked, index + 1]
    return [toggle(label, on, line(opening, { picked: picked.sort((one, other) => one - other) }))]
  })
  const typed = opening.named.map((name): Choice[] => [
    toggle(name, true, line(opening, { named: opening.named.filter((other) => other !== name) })),
  ])
  const everything = all.map((_, index) => index + 1)
  const chosen = opening.picked.length + opening.named.length > 0
  return {
    head: [
      unclear === undefined
        ? { key: all.length > 0 ? 'rounds-open-movements' : 'rounds-open-no-plan' }
        : { key: 'rounds-open-unclear', values: { text: shorten(unclear, LONGEST_LABEL) } },
    ],
    choices: [
      ...toggles,
      ...typed,
      [
        ...(all.length > opening.picked.length ? [choice('choice-everything', opening, { picked: everything })] : []),
        choice('choice-other-movement', opening, { step: 'other' }),
      ],
      ...(chosen ? [[choice('choice-go-on', opening, { step: opening.words ? 'preview' : 'deadlines' })]] : []),
    ],
    replace: true,
    personal: true,
  }
}

/** The names of the movements; of several plans each with its plan. */
function labelsOf(all: OfPlan[]): string[] {
  const several = new Set(all.map(({ plan }) => plan.id)).size > 1
  return all.map(({ movement, plan }) => {
    const name = movementLabel(movement.name)
    const from = plan.number ?? plan.year
    return several && from !== null ? `${shorten(name, LONGEST_LABEL - 20)} (${from})` : name
  })
}

const toggle = (label: string, on: boolean, target: string): Choice => ({
  label: { key: on ? 'choice-on' : 'choice-off', values: { label: shorten(label, LONGEST_LABEL) } },
  line: target,
})

function askName(opening: Opening): Reply {
  return { head: [{ key: 'rounds-open-name' }], asks: line(opening, { step: 'name', words: '' }), personal: true }
}

const deadlineLines = (opening: Opening): DeadlineLines => ({
  take: line(opening, { step: 'preview', words: '' }),
  other: line(opening, { step: 'ask', words: '' }),
})

function askChats(given: Opening, groups: Recipient[]): Reply {
  const chosen = given.chats ?? groups.map(({ chatId }) => chatId)
  const opening: Opening = { ...given, chats: chosen, step: 'chats' }
  const toggles = groups.map(({ chatId, title, externalId }): Choice[] => {
    const on = chosen.includes(chatId)
    const chats = on ? chosen.filter((id) => id !== chatId) : [...chosen, chatId]
    return [toggle(title ?? externalId, on, line(opening, { chats }))]
  })
  return {
    head: [{ key: 'rounds-open-chats' }],
    choices: [...toggles, [choice('choice-go-on', opening, { step: 'preview' })]],
    replace: true,
    personal: true,
  }
}

async function preview(context: CouncilContext, opening: Opening, all: OfPlan[]): Promise<Reply> {
  if (opening.picked.length + opening.named.length === 0) return askMovements(all, opening)
  const deadline = await deadlineIn(context, opening.words)
  if (!deadline) return askDeadlineAgain(context, deadlineLines(opening), opening.words)
  const groups = await groupsOf(context.db, context.council.id)
  if (groups.length > 1 && !opening.chats) return askChats(opening, groups)
  const chats = groups.filter(({ chatId }) => !opening.chats || opening.chats.includes(chatId))
  const movements = opening.picked.flatMap((at) => all[at - 1] ?? [])
  if (movements.length + opening.named.length === 0) throw new UserError('rounds-changed')
  return draftPreview(context, { movements, named: opening.named, deadline, chats })
}

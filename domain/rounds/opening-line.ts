/**
 * What is chosen so far for a round to be opened, as it travels in the line of a choice: nothing of it is kept anywhere else before the preview.
 */
export interface Opening {
  /** Places of movements in the list of the approved plans, from 1. */
  picked: number[]
  /** Movements by name that stand in no plan. */
  named: string[]
  /** Chats for the card; undefined: not chosen yet. */
  chats: string[] | undefined
  step: OpeningStep
  /** The deadline's words; with `name` the name of a movement. */
  words: string
  /** What was typed and may be several movements, which are all picked. It does not travel. */
  unclear?: string
}

/** Movements; asking for another's name; that name; deadlines; asking for another one; chats; the preview. */
export const OPENING_STEPS = ['movements', 'other', 'name', 'deadlines', 'ask', 'chats', 'preview'] as const
export type OpeningStep = (typeof OPENING_STEPS)[number]

const LINE = new RegExp(`^@([\\d,]*)((?: "[^"]+")*)(?: chats=([\\w,-]*))? (${OPENING_STEPS.join('|')})(?: ([^]*))?$`)

/** The line of an opening, which `readOpeningLine` reads back. */
export function openingLine({ picked, named, chats, step, words }: Opening): string {
  const names = named.map((name) => ` "${name.replaceAll('"', "'")}"`).join('')
  const where = chats ? ` chats=${chats.join(',')}` : ''
  return `@${picked.join(',')}${names}${where} ${step} ${words}`.trimEnd()
}

/** Undefined where it is not such a line. */
export function readOpeningLine(text: string): Opening | undefined {
  const [, picked, named, chats, step, words] = LINE.exec(text) ?? []
  if (step === undefined) return undefined
  return {
    picked: list(picked).map(Number),
    named: [...(named ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name!),
    chats: chats === undefined ? undefined : list(chats),
    step: step as OpeningStep,
    words: words ?? '',
  }
}

const list = (text = ''): string[] => text.split(',').filter((part) => part !== '')

import type { Inbound } from '#domain/messages.ts'
import type { Group, Person } from './cast.ts'
import type { Network, Shown } from './network.ts'
import { Unanswered } from './unanswered.ts'
import type { World } from './world.ts'

/** Where something is said: in private on a network, or in a group. */
export type Place = { private: Network } | { group: Group }

/** What somebody does next. */
export type Step =
  | { by: Person; in: Place; text: string; edits?: string; repliesTo?: string; replyTo?: Person }
  | { by: Person; press: Shown; label: string; silent?: true }
  | { by: Person; in: Place; file: { name: string; bytes: Uint8Array } }

/** A conversation: each step gets what the bot answered to it; it ends where an answer stays out. */
export type Dialogue = Generator<Step, void, Shown[]>

/** Between two steps of a conversation. */
const THINKING_MS = 45_000
/** How often an answer that is not there yet is looked for, and how long. */
const LOOK_MS = 3 * 60_000
const LOOKS = 60

/** Has a conversation take place from an instant on, step by step beside everything else. */
export function converse(world: World, at: number, what: string, dialogue: Dialogue) {
  const go = (step: IteratorResult<Step, void>) => {
    if (step.done) return void world.tally(`${what}: finished`)
    const asked = ask(world, step.value)
    const look = (looks: number) => async () => {
      await world.settle()
      const answer = answerTo(world, asked)
      if (answer) return go(advance(world, what, dialogue, answer))
      if (looks >= LOOKS) return void world.tally(`${what}: unanswered`)
      world.plan(world.now.getTime() + LOOK_MS, look(looks + 1))
    }
    world.plan(world.now.getTime() + THINKING_MS, look(1))
  }
  world.plan(at, () => go(advance(world, what, dialogue)))
}

function advance(world: World, what: string, dialogue: Dialogue, answer: Shown[] = []): IteratorResult<Step, void> {
  try {
    return dialogue.next(answer)
  } catch (error) {
    world.broken(what, error)
    return { done: true, value: undefined }
  }
}

/** Says or presses it. Returns the mark of the update. */
function ask(world: World, step: Step): { mark: string; network: Network } {
  const { network, address, isGroup, title } = placeOf(step)
  const sender = { externalId: step.by.accounts[network.name]!, name: step.by.name }
  const chat: Inbound['chat'] = isGroup
    ? { externalId: address, kind: 'group', ...(title === undefined ? {} : { title }) }
    : { externalId: address, kind: 'private' }
  const update = network.push({ chat, sender, event: eventOf(step, network, isGroup) })
  const mark = `${network.key}:${update}`
  world.ledger.ask({
    update: mark,
    bot: network.key,
    chat: address,
    at: world.now.getTime(),
    silent: 'silent' in step,
    said: 'text' in step ? step.text : 'press' in step ? `[${step.label}]` : step.file.name,
  })
  return { mark, network }
}

function placeOf(step: Step): { network: Network; address: string; isGroup: boolean; title?: string } {
  if ('press' in step) {
    const { on, chat } = step.press
    return { network: on, address: chat, isGroup: step.by.accounts[on.name] !== chat }
  }
  if ('group' in step.in) {
    const { on, address, title } = step.in.group
    return { network: on, address, isGroup: true, title }
  }
  const network = step.in.private
  return { network, address: step.by.accounts[network.name]!, isGroup: false }
}

function eventOf(step: Step, network: Network, isGroup: boolean): Inbound['event'] {
  const messageId = `m${network.nextId()}`
  if ('file' in step) {
    const { name, bytes } = step.file
    return { kind: 'file', messageId, fileId: network.addFile(bytes), name, size: bytes.length }
  }
  if ('press' in step) return pressOf(step, network, isGroup, messageId)
  const { text, repliesTo, replyTo, edits } = step
  const plainly = network.name === 'zalo-oa' ? 'overheard' : 'mention'
  const addressed = !isGroup ? 'private' : repliesTo ? 'reply' : text.startsWith('/') ? 'command' : plainly
  return {
    ...{ kind: 'text', messageId: edits ?? messageId, text, addressed },
    ...(repliesTo ? { repliesTo } : {}),
    ...(replyTo ? { replyTo: { externalId: replyTo.accounts[network.name]!, name: replyTo.name } } : {}),
    ...(edits ? { edited: true } : {}),
  }
}

function pressOf(
  { press, label }: Extract<Step, { press: Shown }>,
  network: Network,
  isGroup: boolean,
  messageId: string,
): Inbound['event'] {
  const index = press.choices.findIndex((choice) => choice.includes(label))
  if (network.buttons) return { kind: 'choice', messageId: press.id, prompt: press.prompt!, index }
  const addressed = isGroup ? 'reply' : 'private'
  return { kind: 'text', messageId, text: String(index + 1), addressed, ...(isGroup ? { repliesTo: press.id } : {}) }
}

/** What the bot answered, where it has; nothing but a change of what stood there counts, too. */
function answerTo(world: World, { mark, network }: { mark: string; network: Network }): Shown[] | undefined {
  const inbox = world.ledger.inboxOf(mark)
  if (inbox === undefined || !inbox.done) return undefined
  const keys = world.ledger.repliesTo(inbox.id)
  if (keys.some(({ open }) => open)) return undefined
  const wanted = new Set(keys.map(({ key }) => key))
  return world.networks
    .flatMap((one) => one.allShown())
    .filter(({ key }) => wanted.has(key))
    .toSorted((a, b) => Number(b.on === network) - Number(a.on === network))
}

/** The message with this choice among those answered. */
export function withChoice(answer: Shown[], label: string): Shown {
  const found = answer.findLast(({ choices }) => choices.some((choice) => choice.includes(label)))
  if (found) return found
  const said = answer.map(({ text, choices }) => `${text.slice(0, 150)} [${choices.join(' | ')}]`).join(' // ')
  throw new Unanswered(`no choice "${label}": ${said || 'nothing'}`)
}

/** That the answer says something. */
export function expectSaid(answer: Shown[], words: string): Shown {
  const found = answer.find(({ text }) => text.includes(words))
  if (found) return found
  throw new Unanswered(`not said "${words}": ${answer.map(({ text }) => text.slice(0, 200)).join(' // ') || 'nothing'}`)
}

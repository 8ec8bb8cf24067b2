import { setImmediate as turn } from 'node:timers/promises'
import { pathOf, type Capabilities, type Platform, type SendOutcome } from '#bot/platform.ts'
import { NO_LIMITS } from '#bot/rate-limits.ts'
import { fault, well } from '#domain/finding.ts'
import type { Inbound, Outbound, PlatformName } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import type { OutboxKind } from '#prisma/outbox.ts'
import { groupBy } from '../group-by.ts'
import type { Faults, Trouble } from './faults.ts'
import type { Fate, Ledger } from './ledger.ts'

/** A message as people see it. */
export interface Shown {
  on: Network
  id: string
  chat: string
  text: string
  choices: string[]
  prompt: string | undefined
  file: { name: string; base64: string } | undefined
  /** When it came. */
  at: number
  /** Under which key of the outbox it came. */
  key: string
}

/** So many messages of a chat can be pressed or answered. */
const SHOWN_OF_CHAT = 25

/** One life of the app, as far as a network is concerned. */
export interface Bearer {
  dead: boolean
  /** Called when a message arrives at the network: the life may end at that moment. */
  atSend(): boolean
}

type Listener = (inbound: Inbound) => Promise<void>

interface Options {
  name: PlatformName
  bot?: number
  clock: () => Date
  ledger: () => Ledger
  faults: Faults
}

/** A chat network that goes on whatever becomes of the app: it keeps what it was handed, and hands updates over until they are confirmed. */
export class Network {
  readonly name: PlatformName
  readonly bot: number
  /** As `telegram:1`. */
  readonly key: string
  readonly #options: Options
  readonly #shown = new Map<string, Shown[]>()
  /** Updates that nobody confirmed yet, oldest first. */
  readonly #pending: Inbound[] = []
  readonly #files = new Map<string, Uint8Array>()
  /** Chats that take nothing: why. */
  readonly closed = new Map<string, string>()
  /** New addresses of groups, by the old ones. */
  readonly moved = new Map<string, string>()
  #onInbound: Listener | undefined
  /** Until when the bot leaves the network alone, at most. */
  quietUntil = 0
  #count = 0
  /** How many messages each chat was handed: by this the faults come. */
  readonly #tries = new Map<string, number>()

  constructor(options: Options) {
    this.#options = options
    this.name = options.name
    this.bot = options.bot ?? 1
    this.key = `${this.name}:${this.bot}`
  }

  get buttons(): boolean {
    return TRAITS[this.name].buttons
  }

  nextId(): string {
    return String(++this.#count)
  }

  addFile(bytes: Uint8Array): string {
    const id = `file-${this.nextId()}`
    this.#files.set(id, bytes)
    return id
  }

  /** The newest messages of a chat, the newest last. */
  shownIn(chat: string): Shown[] {
    return this.#shown.get(chat) ?? []
  }

  /** What stands in any chat. */
  allShown(): Shown[] {
    return [...this.#shown.values()].flat()
  }

  /** The platform of one life of the app. */
  platformFor(bearer: Bearer): Platform {
    const { name, bot } = this
    const capabilities: Capabilities = { ...TRAITS[name], limits: NO_LIMITS }
    let listener: Listener | undefined
    return {
      ...{ name, bot, capabilities, intake: 'webhook', path: pathOf(`/${name}`, bot) },
      start: (onInbound) => {
        listener = async (inbound) => {
          if (bearer.dead) throw new Error('nobody answers')
          await onInbound(inbound)
          if (bearer.dead) throw new Error('nobody answers')
        }
        this.#onInbound = listener
        return Promise.resolve()
      },
      stop: () => {
        if (this.#onInbound === listener) this.#onInbound = undefined
        return Promise.resolve()
      },
      send: (message, kind) => this.#take(bearer, message, kind ?? 'reply'),
      fetchFile: (id) => Promise.resolve(this.#files.get(id)!),
      probe: () => Promise.resolve([this.#isOut() ? fault('it does not answer') : well('it answers')]),
      inviteLink: (code) => `https://chat.example/${name}?start=${code}`,
    }
  }

  /** Takes an update in from a person, to be handed over. */
  push(update: Omit<Inbound, 'platform' | 'bot' | 'externalId'>): string {
    const externalId = `u${this.nextId()}`
    const { name: platform, bot } = this
    this.#pending.push({ platform, ...(bot === 1 ? {} : { bot }), externalId, ...update })
    return externalId
  }

  /** Hands over what nobody confirmed, one after the other within a chat; an update may come twice, and chats overtake each other. */
  async handOver() {
    if (!this.#onInbound || this.#isDeaf()) return
    const given = this.#pending.splice(0)
    const chats = groupBy(given, ({ chat }) => chat.externalId)
    const order = [...chats.values()].toSorted(
      (a, b) => this.#options.faults.order(a[0]!.externalId) - this.#options.faults.order(b[0]!.externalId),
    )
    await Promise.all(order.map((updates) => this.#handOne(updates)))
  }

  get waits(): number {
    return this.#pending.length
  }

  async #handOne(updates: Inbound[]) {
    while (updates.length > 0) {
      const [first] = updates as [Inbound]
      try {
        await this.#onInbound!(first)
        if (this.#options.faults.twice(first.externalId)) await this.#onInbound!(first)
      } catch {
        return void this.#pending.push(...updates)
      }
      updates.shift()
    }
  }

  #isOut(): Trouble | undefined {
    return this.#options.faults.troubleOf(this.key, this.#options.clock())
  }

  #isDeaf(): boolean {
    return this.#isOut()?.deaf === true
  }

  async #take(bearer: Bearer, message: Outbound, kind: OutboxKind): Promise<SendOutcome> {
    const nobody: SendOutcome = { state: 'uncertain', reason: 'nobody asks any more' }
    // On the way there: others of the same bot are, too.
    await turn()
    if (bearer.dead) return nobody
    const { faults, clock } = this.#options
    const ledger = this.#options.ledger()
    const row = ledger.sending(this.name, this.bot, message.chat)
    const key = row?.key ?? ''
    const nth = (this.#tries.get(message.chat) ?? 0) + 1
    this.#tries.set(message.chat, nth)
    const name = `${this.key}:${message.chat}`
    const change = message.edits !== undefined || message.deletes !== undefined
    const note = (fate: Fate, messageId = '') =>
      ledger.hand({
        ...{ bot: this.key, chat: message.chat, key, row: row?.id ?? 0, kind, fate, change, messageId },
        ...{ text: message.body.text, at: clock().getTime() },
      })
    const trouble = this.#isOut()
    if (trouble) {
      note('later')
      return this.#later({ ...trouble.outcome })
    }
    const moved = this.moved.get(message.chat)
    const closed = this.closed.get(message.chat)
    if (moved ?? closed) {
      note('refused')
      return moved
        ? { state: 'refused', reason: 'group migrated to supergroup', movedTo: moved }
        : { state: 'refused', reason: closed!, chatGone: true }
    }
    if (bearer.atSend()) {
      // The app dies with the message on its way.
      if (faults.arrives(name, nth)) note('lost', this.#show(message, key))
      else note('cut')
      return nobody
    }
    const outcome = faults.outcomeOf(name, nth)
    if (outcome.fate === 'taken' || outcome.fate === 'lost') {
      const messageId = this.#show(message, key)
      note(outcome.fate, messageId)
      return outcome.fate === 'lost' ? outcome.told : { state: 'sent', messageId }
    }
    note(outcome.fate)
    return this.#later(outcome.told)
  }

  #later(outcome: SendOutcome): SendOutcome {
    if (outcome.state === 'later' && outcome.everything)
      this.quietUntil = this.#options.clock().getTime() + Math.max(outcome.afterMs, 30_000) + 1000
    return outcome
  }

  /** Shows a message and returns its id. */
  #show(message: Outbound, key: string): string {
    const { chat, body, choices, prompt, edits, deletes, file } = message
    const shown = this.#shown.get(chat) ?? []
    if (deletes !== undefined) {
      this.#shown.set(
        chat,
        shown.filter(({ id }) => id !== deletes),
      )
      return deletes
    }
    const id = edits ?? `b${this.nextId()}`
    const state = { text: body.text, choices: choices.flat(), prompt, file, key }
    const known = shown.find((one) => one.id === id)
    if (known) Object.assign(known, state)
    else
      this.#shown.set(
        chat,
        [...shown, { on: this, id, chat, at: this.#options.clock().getTime(), ...state }].slice(-SHOWN_OF_CHAT),
      )
    return id
  }
}

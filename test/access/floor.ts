import { expect } from 'vitest'
import type { Inbound } from '#domain/messages.ts'
import type { Seen, Speaker } from '../support/fake-platform.ts'
import { readable, wordsOf } from './judge.ts'
import { chatAt, councilAt, OUTSIDER, standings, TWICE, type Place, type Standing } from './places.ts'
import { MARKS, privateChat, sayIn, twoCouncils, type TwoCouncils, type Which } from './two-councils.ts'

export const WHICH = Object.keys(MARKS) as Which[]

type Event = Inbound['event']
/** Something that happens in a chat; its message is named by who speaks. */
export type Happening = (messageId: string) => Event

/** Two councils, all those who ask about them, and what is said to them. */
export class Floor {
  readonly councils: TwoCouncils
  readonly people: Standing[]
  private turn = 0

  private constructor(councils: TwoCouncils) {
    this.councils = councils
    this.people = standings(councils)
  }

  static async open(): Promise<Floor> {
    const floor = new Floor(await twoCouncils())
    const { app, A, B } = floor.councils
    for (const speaker of TWICE) {
      const replyTo = { externalId: speaker.id, name: speaker.name }
      await sayIn(app, A.secretary, A.group, `/moi trưởng ${A.unit}`, { replyTo })
      await sayIn(app, B.secretary, B.group, '/moi thư ký', { replyTo })
      await sayIn(app, speaker, privateChat(speaker), '/trogiup')
    }
    await sayIn(app, OUTSIDER, privateChat(OUTSIDER), '/trogiup')
    await floor.chooseAgain()
    return floor
  }

  get app() {
    return this.councils.app
  }

  /** Those in two councils have the council at hand in private that they chose at first. */
  async chooseAgain() {
    for (const { speaker, chosen } of this.people.filter(({ speaker }) => TWICE.includes(speaker)))
      await this.app.db.chat.updateMany({
        where: { externalId: speaker.id },
        data: { councilId: chosen ? this.councils[chosen].id : null },
      })
  }

  /** All of them do the same there at the same time. Returns what was said then, and which of it to one of them as the answer. */
  async hear(place: Place, asking: readonly Standing[], happening: Happening) {
    const { app } = this
    this.turn += 1
    const idOf = ({ id }: Speaker) => `${id}-asks-${this.turn}`
    // Slowly enough for whoever counts how much is asked.
    app.now = new Date(app.now.getTime() + 6000)
    app.platform.seen.length = 0
    for (const standing of asking) {
      const { speaker } = standing
      const sender = { externalId: speaker.id, name: speaker.name }
      const chat = chatAt(place, standing, this.councils)
      await app.platform.deliver({ chat, sender, event: happening(idOf(speaker)) })
    }
    await app.settle()
    const said = [...app.platform.seen]
    const answersTo = ({ speaker }: Standing) =>
      said.filter(({ chat, message }) => chat === speaker.id || message.answers === idOf(speaker))
    return { said, answersTo }
  }

  /** No message shows a word of a council that its chat has no part in, unless whoever asked typed it. */
  assertNothingCrosses(place: Place, typed: string, said: readonly Seen[]) {
    for (const seen of said)
      for (const which of WHICH.filter((one) => !this.isPartOf(one, seen.chat, place))) {
        const { name, secretary } = this.councils[which]
        const allowed = wordsOf(which, `${typed} ${name} ${secretary.name}`)
        const crossed = [...wordsOf(which, readable(seen))].filter((word) => !allowed.has(word))
        expect(crossed, `${place}: ${typed}: ${seen.chat} read: ${readable(seen).slice(0, 300)}`).toEqual([])
      }
  }

  /** Whether a chat may read of a council: its group; a person of it who asked where it is at hand, or who asked nothing. */
  private isPartOf(which: Which, chat: string, place: Place): boolean {
    const { group, head, deputy, member } = this.councils[which]
    if (chat === group.externalId) return true
    const asking = this.people.find(({ speaker }) => speaker.id === chat)
    if (!asking) return [head, deputy, member].some(({ id }) => id === chat)
    return councilAt(place, asking) === which && asking.roles[which] !== undefined
  }
}

/** A text that somebody says to the bot there. */
export const text =
  (place: Place, words: string, more: Partial<Extract<Event, { kind: 'text' }>> = {}): Happening =>
  (messageId) => {
    const addressed = place === 'private' ? 'private' : words.startsWith('/') ? 'command' : 'mention'
    return { kind: 'text', text: words, messageId, addressed, ...more }
  }

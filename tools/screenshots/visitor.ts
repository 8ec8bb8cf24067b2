import type { MessageView } from '#bot/playground/transcript.ts'
import { placeOf, type Place } from './place.ts'

/** People in front of the playground's page: what they do there, by what the page itself asks of the server. */
export abstract class Visitor {
  /** Where the playground's page is, with a slash at the end. */
  abstract get url(): string

  /** Resolves when what follows an act is over. */
  protected abstract acted(): Promise<void>

  /** Says something; under the newest message that contains `under`, where that is given. */
  async say(where: Place, text: string, under?: string) {
    const replyTo = under === undefined ? {} : { replyTo: (await this.find(where, under)).id }
    await this.#act('say', { ...placeOf(where), text, ...replyTo })
  }

  /** Changes the newest message that contains `old`. */
  async change(where: Place, old: string, text: string) {
    await this.#act('change', { ...placeOf(where), message: (await this.find(where, old)).id, text })
  }

  /** Presses the newest choice whose label contains this. */
  async press(where: Place, label: string) {
    const messages = await this.messages(where)
    const message = messages.findLast(({ choices }) => choices.flat().some((one) => one.includes(label)))
    if (!message) throw new Error(`no choice "${label}" for ${where}; the last message:\n${messages.at(-1)?.text}`)
    const index = message.choices.flat().findIndex((one) => one.includes(label))
    await this.#act('press', { ...placeOf(where), message: message.id, index })
  }

  /** Sends a text file in private. */
  async send(where: Place, name: string, text: string) {
    const form = new FormData()
    for (const [key, value] of Object.entries({ ...placeOf(where), language: 'vi', caption: '' })) form.set(key, value)
    form.set('file', new File([text], name, { type: 'text/plain' }))
    await this.#post('upload', { body: form })
  }

  /** The messages of a chat, the newest last. */
  async messages(where: Place): Promise<MessageView[]> {
    const { chat } = placeOf(where)
    const answer = await fetch(`${this.url}api/messages?chat=${encodeURIComponent(chat)}`)
    return ((await answer.json()) as { messages: MessageView[] }).messages
  }

  /** The newest message in a chat that contains this. */
  async find(where: Place, piece: string): Promise<MessageView> {
    const all = await this.messages(where)
    const found = all.findLast(({ text }) => text.includes(piece))
    if (!found) throw new Error(`nothing contains "${piece}" for ${where}; the last message:\n${all.at(-1)?.text}`)
    return found
  }

  #act(act: string, body: object) {
    const headers = { 'Content-Type': 'application/json' }
    return this.#post(act, { headers, body: JSON.stringify({ ...body, language: 'vi' }) })
  }

  async #post(act: string, init: RequestInit) {
    const answer = await fetch(`${this.url}api/${act}`, { method: 'POST', ...init })
    if (!answer.ok) throw new Error(`${act}: ${answer.status} ${await answer.text()}`)
    await this.acted()
  }
}

import type { Choice, Message } from './messages.ts'

/** An expected refusal: what the person reads, and what they can do instead. Anything else that is thrown is a fault. */
export class UserError extends Error {
  readonly said: Message
  readonly choices: Choice[][]

  constructor(key: string, values: NonNullable<Message['values']> = {}, choices: Choice[][] = []) {
    super(key)
    this.name = 'UserError'
    this.said = { key, values }
    this.choices = choices
  }
}

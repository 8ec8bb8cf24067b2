type Write = (fields: object, message: string) => void

/** What the bot's parts write to the log: fields without secrets and without texts of messages. */
export interface Log {
  info: Write
  warn: Write
  error: Write
}

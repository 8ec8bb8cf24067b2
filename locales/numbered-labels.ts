import type { Message, Reply } from '#domain/messages.ts'

/** Labels that are short for a button; as a numbered line they say by themselves what happens. */
const LINES: Readonly<Record<string, string>> = {
  'choice-approve': 'choice-approve-line',
  'choice-drop': 'choice-drop-line',
  'choice-show-plan': 'choice-show-plan-line',
  'choice-cancel': 'choice-cancel-line',
  'choice-details': 'choice-details-line',
  'choice-of-round': 'choice-of-round-line',
  'choice-round-show': 'choice-round-show-line',
  'choice-round-remind': 'choice-round-remind-line',
  'choice-round-extend': 'choice-round-extend-line',
  'choice-round-reopen': 'choice-round-reopen-line',
  'choice-request-accept': 'choice-request-accept-line',
  'choice-request-other': 'choice-request-other-line',
  'choice-request-refuse': 'choice-request-refuse-line',
  'choice-announce-one': 'choice-announce-one-line',
  'choice-announce-drop': 'choice-announce-drop-line',
  'choice-announce-edit': 'choice-announce-edit-line',
  'choice-announce-audience': 'choice-announce-audience-line',
  'choice-announce-audience-done': 'choice-announce-audience-done-line',
  'choice-announce-receipt-on': 'choice-announce-receipt-on-line',
  'choice-announce-receipt-off': 'choice-announce-receipt-off-line',
  'choice-announce-once': 'choice-announce-once-line',
  'choice-announce-weekly': 'choice-announce-weekly-line',
  'choice-announce-monthly': 'choice-announce-monthly-line',
  'choice-announce-stop': 'choice-announce-stop-line',
  'choice-announce-list': 'choice-announce-list-line',
  'choice-announce-again': 'choice-announce-again-line',
  'choice-announce-withdraw': 'choice-announce-withdraw-line',
}

/** A reply as it is said where its choices are numbered lines. */
export const withNumberedLabels = (reply: Reply): Reply => ({
  ...reply,
  ...(reply.choices
    ? { choices: reply.choices.map((row) => row.map((choice) => ({ ...choice, label: asLine(choice.label) }))) }
    : {}),
})

/** A label may stand in another. */
const asLine = ({ key, values }: Message): Message => ({
  key: LINES[key] ?? key,
  ...(values
    ? {
        values: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? asLine(value) : value]),
        ),
      }
    : {}),
})

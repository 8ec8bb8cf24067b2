import type { RoundId } from '#domain/ids.ts'

export type Form = 'table' | 'picture' | 'workbook' | 'minutes'

/** In which form the result is wanted, by the words that ask for it. */
export const FORMS: { form: Form; names: readonly string[] }[] = [
  { form: 'picture', names: ['anh', 'hinh', 'hinh anh', 'bieu do', 'picture', 'chart'] },
  { form: 'workbook', names: ['excel', 'xlsx', 'bang tinh', 'bang excel', 'workbook'] },
  { form: 'minutes', names: ['bien ban', 'word', 'docx', 'minutes'] },
]

/** The line that asks for a round's result in a form. */
export function tallyLine(id: RoundId, form: Form = 'table'): string {
  const word = FORMS.find((entry) => entry.form === form)?.names[0] ?? ''
  return `/tonghop ${word} @${id}`.replace('  ', ' ')
}

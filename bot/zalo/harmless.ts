/** More of it says nothing more. */
const LONGEST = 120

/** What a network says about a refusal, as it may stand in reasons and the log: without ids and phone numbers, and short. */
export function harmless(words: string): string {
  return words.replace(/\d{6,}/g, '…').slice(0, LONGEST)
}

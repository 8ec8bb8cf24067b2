import type { PlatformName } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import type { Translate } from '#locales/translate.ts'

/** The longest hint, with the empty line above it. */
const HINT_ROOM = 80

/** The text that numbered lines take below a message, in UTF-16 units: "n. Label", one below the other. */
export function numberedRoom(labels: string[]): number {
  if (labels.length === 0) return 0
  return labels.reduce((sum, label, index) => sum + `${index + 1}. ${label}\n`.length, HINT_ROOM)
}

/** A label without the arrows that only a button wants. */
export const numberedLabel = (label: string): string => label.replace(/^‹ | ›$/g, '')

/** How choices are answered here. In a group where the bot hears only its name and replies, the hint says so. */
export function numberHint(platform: PlatformName, isGroup: boolean, translate: Translate): string {
  const named = isGroup && TRAITS[platform].hears === 'named'
  return translate({ key: named ? 'hint-number-reply' : 'hint-number' }).text
}

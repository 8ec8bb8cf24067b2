import type { Message, PlatformName } from '#domain/messages.ts'
import { TRAITS, type Traits } from '#domain/platforms.ts'

const HINTS: Readonly<Record<Traits['hears'], string>> = {
  addressed: 'help-group-hint',
  everything: 'help-group-hint-everything',
  named: 'help-group-hint-named',
}

/** How to speak to the bot in a group of this network. */
export const groupHint = (platform: PlatformName): Message => ({ key: HINTS[TRAITS[platform].hears] })

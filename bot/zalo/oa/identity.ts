import type { BotRef } from '#domain/platforms.ts'
import { pathOf } from '../../platform.ts'

/** The platform's name, also in the database. */
export const PLATFORM = 'zalo-oa' as const
/** An Official Account by its number; left out: the first. */
export const accountRef = (bot = 1): BotRef => ({ platform: PLATFORM, bot })

/** Where the routes of an Official Account are on the web server. */
export const pathOfAccount = (bot: number): string => pathOf('/zalo/oa', bot)

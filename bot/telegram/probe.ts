import type { Api } from 'grammy'
import { fault, well, type Finding } from '#domain/finding.ts'
import { adviceFor, describe } from './outcome.ts'

/** Who the bot is to Telegram, and what it may do there. */
export async function findings(api: Api): Promise<Finding[]> {
  try {
    const me = await api.getMe()
    const known = well(`Telegram knows the bot as @${me.username}`)
    if (me.can_join_groups) return [known]
    const advice = 'allow groups with /setjoingroups of @BotFather'
    return [known, fault('the bot may not be added to groups', advice)]
  } catch (error) {
    const advice = adviceFor(error) ?? 'check the network, or set TELEGRAM_PROXY where Telegram is filtered'
    return [fault(`Telegram cannot be reached (${describe(error).reason})`, advice)]
  }
}

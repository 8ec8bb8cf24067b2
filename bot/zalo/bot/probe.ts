import { z } from 'zod'
import { fault, note, well, type Finding } from '#domain/finding.ts'
import { SCARCE_PERCENT, share, type Budget } from './budget.ts'
import { BotError, type Client } from './client.ts'
import { askMe, type Me } from './me.ts'
import type { Names } from './names.ts'
import { adviceFor, describe } from './outcome.ts'

const Info = z.looseObject({ url: z.string().optional() })

interface Probing {
  client: Client
  budget: Budget
  names: Names
  /** Where updates are to be delivered; undefined: long polling. */
  hook: string | undefined
}

/** Who the bot is to Zalo, and what it may do there. */
export async function findings({ client, budget, names, hook }: Probing): Promise<Finding[]> {
  try {
    const me = await askMe(client, names)
    const known = well(`Zalo knows the bot as ${me.account_name ?? 'a bot without a name'}`)
    return [known, ...groups(me), await wayIn(client, hook), await use(budget), name(names)]
  } catch (error) {
    const advice = adviceFor(error) ?? 'check the network and ZALO_BOT_API_ROOT'
    return [fault(`Zalo's Bot Platform cannot be used (${describe(error).reason})`, advice)]
  }
}

function groups({ can_join_groups: mayJoin }: Me): Finding[] {
  if (mayJoin !== false) return []
  const advice = 'allow groups for this bot in Zalo Bot Creator; until then it works in private chats'
  return [note('the Zalo bot may not be added to groups', advice)]
}

async function wayIn(client: Client, hook: string | undefined): Promise<Finding> {
  const url = await webhookOf(client)
  if (hook === undefined && url !== undefined) {
    return note('a webhook is set', 'the start of the bot takes it away, as PUBLIC_URL is no https address')
  }
  if (hook === undefined) return well('updates are fetched')
  return url === hook ? well('the webhook is set') : note('the webhook is not set', 'the start of the bot sets it')
}

/** The address of the webhook; without one the network answers 404. */
async function webhookOf(client: Client): Promise<string | undefined> {
  try {
    return Info.parse(await client.call('getWebhookInfo', {})).url || undefined
  } catch (error) {
    if (error instanceof BotError && error.code === 404) return undefined
    throw error
  }
}

async function use(budget: Budget): Promise<Finding> {
  const spent = await budget.spent()
  const what = `${spent.used} of ${spent.of} messages of this month are used on the Zalo bot`
  if (share(spent) < SCARCE_PERCENT) return well(what)
  // What has run out for this month is not back because Zalo answers.
  if (await budget.usedUp()) return fault(what, 'Zalo may take no more until next month; a larger plan ends that')
  return note(what, 'the rest is kept for reminders and answers; a larger plan ends that')
}

function name(names: Names): Finding {
  const known = names.known()
  if (known !== undefined) return well(`people mention the bot as @${known}`)
  const advice = 'set ZALO_BOT_NAME to the name shown in Zalo, such as "Bot Thi đua"'
  return note('the name under which people mention the bot is not known', advice)
}

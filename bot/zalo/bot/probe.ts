import { z } from 'zod'
import type { Finding } from '../../platform.ts'
import { share, type Budget } from './budget.ts'
import { BotError, type Client } from './client.ts'
import type { Names } from './names.ts'
import { adviceFor, describe } from './outcome.ts'
import { Me } from './receiver.ts'

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
    const me = Me.parse(await client.call('getMe', {}))
    await names.load()
    if (me.display_name !== undefined) names.told(me.display_name)
    const known: Finding = { state: 'well', what: `Zalo knows the bot as ${me.account_name ?? 'a bot without a name'}` }
    return [known, ...groups(me), await wayIn(client, hook), await use(budget), name(names)]
  } catch (error) {
    const advice = adviceFor(error) ?? 'check the network and ZALO_BOT_API_ROOT'
    return [{ state: 'fault', what: `Zalo's Bot Platform cannot be used (${describe(error).reason})`, advice }]
  }
}

function groups({ can_join_groups: mayJoin }: z.infer<typeof Me>): Finding[] {
  if (mayJoin !== false) return []
  const advice = 'allow groups for this bot in Zalo Bot Creator; until then it works in private chats'
  return [{ state: 'note', what: 'the Zalo bot may not be added to groups', advice }]
}

async function wayIn(client: Client, hook: string | undefined): Promise<Finding> {
  const url = await webhookOf(client)
  if (hook === undefined && url !== undefined) {
    return {
      state: 'note',
      what: 'a webhook is set',
      advice: 'the start of the bot takes it away, as PUBLIC_URL is no https address',
    }
  }
  if (hook === undefined) return { state: 'well', what: 'updates are fetched' }
  if (url === hook) return { state: 'well', what: 'the webhook is set' }
  return { state: 'note', what: 'the webhook is not set', advice: 'the start of the bot sets it' }
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
  if (share(spent) < 80) return { state: 'well', what }
  return { state: 'note', what, advice: 'the rest is kept for reminders and answers; a larger plan ends that' }
}

function name(names: Names): Finding {
  const known = names.known()
  if (known !== undefined) return { state: 'well', what: `people mention the bot as @${known}` }
  const advice = 'set ZALO_BOT_NAME to the name shown in Zalo, such as "Bot Thi đua"'
  return { state: 'note', what: 'the name under which people mention the bot is not known', advice }
}

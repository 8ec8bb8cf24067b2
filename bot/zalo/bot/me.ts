import { z } from 'zod'
import type { Client } from './client.ts'
import type { Names } from './names.ts'

const Me = z.looseObject({
  account_name: z.string().optional().catch(undefined),
  display_name: z.string().optional().catch(undefined),
  can_join_groups: z.boolean().optional().catch(undefined),
})
/** Who the bot is, as far as the network tells it in a form that is known. */
export type Me = z.infer<typeof Me>

/** Asks who the bot is; the names by which people call it are known from then on. Rejects as a call does. */
export async function askMe(client: Client, names: Names, signal?: AbortSignal): Promise<Me> {
  await names.load()
  const me = Me.parse(await client.call('getMe', {}, { ...(signal && { signal }) }))
  if (me.display_name !== undefined) names.told(me.display_name)
  return me
}

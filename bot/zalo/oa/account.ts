import { z } from 'zod'
import type { Answer, OaClient } from './client.ts'

const Account = z.object({
  oa_id: z.coerce.string().optional(),
  name: z.string().catch(''),
  is_verified: z.boolean().optional().catch(undefined),
  package_name: z.string().optional().catch(undefined),
  package_valid_through_date: z.string().optional().catch(undefined),
})
export type Account = z.infer<typeof Account>

/** Who the Official Account is, or the answer in its place. */
export async function askAccount(
  client: OaClient,
  signal?: AbortSignal,
): Promise<Account | Exclude<Answer, { state: 'ok' }>> {
  const answer = await client.call({ path: '/v2.0/oa/getoa', spare: true, ...(signal && { signal }) })
  if (answer.state !== 'ok') return answer
  const read = Account.safeParse(answer.data)
  return read.success ? read.data : { state: 'uncertain', reason: 'getoa cannot be read' }
}

import { z } from 'zod'
import { VIET_NAM_MS } from '#domain/dates.ts'
import { fault, note, well, type Finding } from '#domain/finding.ts'
import type { BotRef } from '#domain/platforms.ts'
import { askAccount, type Account } from './account.ts'
import type { Answer, OaClient } from './client.ts'
import { PAGE } from './doubts.ts'
import { toOutcome } from './outcome.ts'
import type { Tokens } from './tokens.ts'

interface Options {
  client: OaClient
  tokens: Pick<Tokens, 'state'>
  clock: () => Date
  /** The other number by which an Official Account is known here. */
  otherOf: (oaId: string) => Promise<BotRef | undefined>
}

const DAY = 86_400_000
/** How long before its end a group is worth a word. */
const SOON_MS = 30 * DAY
const MOST_PAGES = 10

const AUTHORIZE = 'run `tdkt zalo authorize`, and have an administrator of the Official Account open its link'

/** What to do about an Official Account that takes nothing, by the reason of its outcome. */
const ADVICE: Readonly<Record<string, string>> = {
  'token-lost': AUTHORIZE,
  'token refused': AUTHORIZE,
  'permission-revoked': `${AUTHORIZE}; the app needs the rights to send messages and to manage groups`,
  plan: 'the plan of the Official Account has no OpenAPI or has ended: renew it (Growth or above) in the OA manager',
  'oa-gone': 'the Official Account or the app is locked, removed or not verified: look at it in the OA manager',
  billing: 'the billing account of the Official Account is missing or empty: top it up',
  'rate limit': 'too much was asked in this minute: try again in a minute',
  '-32': 'too much was asked in this minute: try again in a minute',
}

/** How the Official Account is: plan, groups. How its tokens are, the database tells; without any, nothing is asked. */
export async function findings({ client, tokens, clock, otherOf }: Options): Promise<Finding[]> {
  const { state } = await tokens.state()
  if (state === 'none' || state === 'lost') return []
  const account = await askAccount(client)
  if ('state' in account) return [refusal(account, clock())]
  const other = account.oa_id === undefined ? undefined : await otherOf(account.oa_id)
  if (other) return [fault(`this Official Account is number ${other.bot} here already, and nothing is sent`, AUTHORIZE)]
  return [...accountFindings(account), ...(await groupFindings(client, clock()))]
}

function refusal(answer: Exclude<Answer, { state: 'ok' }>, now: Date): Finding {
  const outcome = toOutcome(answer, now)
  const reason = 'reason' in outcome ? outcome.reason : 'unknown'
  const advice = ADVICE[reason] ?? 'check the network and ZALO_OA_API_ROOT'
  return fault(`Zalo does not answer for the Official Account (${reason})`, advice)
}

function accountFindings({
  name,
  is_verified: verified,
  package_name: plan,
  package_valid_through_date: until,
}: Account) {
  const end = plan && until ? ` until ${until}` : ''
  const known = well(`Zalo knows the Official Account as "${name}"${plan ? ` with the plan ${plan}${end}` : ''}`)
  if (verified !== false) return [known]
  const advice = 'have it verified in the OA manager: groups need that'
  return [known, note('the Official Account is not verified', advice)]
}

const Groups = z.object({
  groups: z.array(z.looseObject({ group_id: z.string(), name: z.string().catch(''), status: z.string().catch('') })),
})
const Quotas = z.array(
  z.looseObject({ used_id: z.string().optional().catch(undefined), valid_through: z.string().catch('') }),
)

async function groupFindings(client: OaClient, now: Date): Promise<Finding[]> {
  const groups: z.infer<typeof Groups>['groups'] = []
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { offset: String(groups.length), count: String(PAGE.list) }
    const answer = await client.call({ path: '/v3.0/oa/group/getgroupsofoa', query, spare: true })
    if (answer.state !== 'ok') return [refusal(answer, now)]
    const read = Groups.safeParse(answer.data)
    if (!read.success || read.data.groups.length === 0) break
    groups.push(...read.data.groups)
  }
  const ends = await endsOfGroups(client)
  const advice = 'renew the group in the OA manager: 45 days after its end Zalo dissolves it'
  const troubled = groups.flatMap(({ group_id: id, name, status }): Finding[] => {
    const end = ends.get(id)
    if (status === 'disabled' || (end !== undefined && end <= now.getTime())) {
      return [fault(`the group "${name}" has ended or is switched off`, advice)]
    }
    if (end === undefined || end > now.getTime() + SOON_MS) return []
    return [note(`the group "${name}" ends in ${Math.ceil((end - now.getTime()) / DAY)} days`, advice)]
  })
  const create = 'create one in the OA manager: an Official Account is only in groups that it made itself'
  const count =
    groups.length > 0
      ? well(`the Official Account has ${groups.length} group${groups.length === 1 ? '' : 's'}`)
      : note('the Official Account has no groups', create)
  return [count, ...troubled]
}

/** When the groups end by their packages, in milliseconds: the end of the last day in Viet Nam. */
async function endsOfGroups(client: OaClient): Promise<Map<string, number>> {
  const answer = await client.call({ path: '/v3.0/oa/quota/group', body: { quota_owner: 'OA' }, spare: true })
  const read = Quotas.safeParse(answer.state === 'ok' ? answer.data : undefined)
  const rows = read.success ? read.data : []
  return new Map(
    rows.flatMap(({ used_id: id, valid_through: day }) => {
      const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day) ?? []
      return id && y ? [[id, Date.UTC(Number(y), Number(m) - 1, Number(d) + 1) - VIET_NAM_MS] as const] : []
    }),
  )
}

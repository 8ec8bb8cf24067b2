import { z } from 'zod'
import type { OaClient } from './client.ts'
import { PAGE } from './doubts.ts'
import { createHistory, isByPerson, type HistoryChat } from './history.ts'

const HOUR = 3_600_000
/** How long a name is believed, and how long nothing is asked after a look-up without an answer. */
const KNOWN_MS = 6 * HOUR
const UNKNOWN_MS = HOUR / 12
const MOST_NAMES = 5000
/** The largest groups have 1,000 members. */
const MOST_PAGES = 20

const Members = z.object({
  members: z.array(z.looseObject({ user_id: z.coerce.string().optional(), name: z.string().catch('') })),
})
const Group = z.looseObject({ group_info: z.looseObject({ name: z.string() }) })

/** The names that events leave out. */
export interface Names {
  /** The name of somebody who spoke in a chat; empty where it cannot be told. */
  person(id: string, chat: HistoryChat): Promise<string>
  /** A group's title, or undefined where it cannot be told. */
  title(groupId: string): Promise<string | undefined>
  /** Somebody's name was seen elsewhere. */
  learn(id: string, name: string): void
}

/** Names are asked for once and kept in memory. `signal` ends whatever is being asked. */
export function createNames(client: OaClient, clock: () => Date, signal: AbortSignal): Names {
  const people = createCache(clock)
  const titles = createCache(clock)
  const history = createHistory(client, signal)

  async function askMembers(groupId: string) {
    for (let offset = 0, page = 0; page < MOST_PAGES; page += 1) {
      const query = { group_id: groupId, offset: String(offset), count: String(PAGE.list) }
      const answer = await client.call({ path: '/v3.0/oa/group/listmember', query, spare: true, signal })
      const read = Members.safeParse(answer.state === 'ok' ? answer.data : undefined)
      if (!read.success || read.data.members.length === 0) return
      for (const { user_id: id, name } of read.data.members) if (id) people.keep(id, name)
      offset += read.data.members.length
    }
  }
  async function askConversation(chat: HistoryChat) {
    const rows = (await history.conversation(chat)(0)) ?? []
    for (const row of rows) if (isByPerson(row)) people.keep(row.from_id, row.from_display_name)
  }
  return {
    async person(id, chat) {
      const ask = chat.kind === 'group' ? askMembers : () => askConversation(chat)
      return (await people.get(id, chat.externalId, () => ask(chat.externalId))) ?? ''
    },
    title: (groupId) =>
      titles.get(groupId, groupId, async () => {
        const query = { group_id: groupId }
        const answer = await client.call({ path: '/v3.0/oa/group/getgroup', query, spare: true, signal })
        const read = Group.safeParse(answer.state === 'ok' ? answer.data : undefined)
        if (read.success) titles.keep(groupId, read.data.group_info.name)
      }),
    learn: people.keep,
  }
}

/** Values by id; what is asked for at the same time is asked for once. */
function createCache(clock: () => Date) {
  const known = new Map<string, { value: string | undefined; at: number }>()
  const asking = new Map<string, Promise<void>>()
  const keep = (id: string, value: string | undefined) => {
    if (value === '') return
    known.delete(id)
    known.set(id, { value, at: clock().getTime() })
    const [oldest] = known.keys()
    if (known.size > MOST_NAMES && oldest !== undefined) known.delete(oldest)
  }
  const isFresh = (id: string) => {
    const found = known.get(id)
    const age = found ? clock().getTime() - found.at : Infinity
    return age < (found?.value === undefined ? UNKNOWN_MS : KNOWN_MS)
  }
  return {
    keep,
    /** `ask` keeps what it learns; `question` is the same for all ids that it answers together. */
    async get(id: string, question: string, ask: () => Promise<void>): Promise<string | undefined> {
      if (isFresh(id)) return known.get(id)?.value
      const old = known.get(id)?.value
      const asked = (asking.get(question) ?? ask().finally(() => asking.delete(question))).then(() => {
        if (!isFresh(id)) keep(id, old)
      })
      asking.set(question, asked)
      if (old === undefined) await asked
      return known.get(id)?.value
    },
  }
}

import type { SqlQuery } from '@prisma/driver-adapter-utils'

/** The character nul, and half a surrogate pair; in JSON they stand escaped. */
const UNKEEPABLE = /\0|\p{Surrogate}/gu
const ESCAPED = /^[[{].*\\u(?:0000|d[89a-f])/is

/** A query whose texts PostgreSQL keeps: it refuses what is no character, which networks and documents may bring. U+FFFD stands in its place. */
export function keepable(query: SqlQuery): SqlQuery {
  return { ...query, args: query.args.map((arg) => (typeof arg === 'string' ? within(arg) : arg)) }
}

function within(text: string): string {
  const plain = replaced(text)
  if (!ESCAPED.test(plain)) return plain
  try {
    return JSON.stringify(
      JSON.parse(plain, (_, value: unknown) => (typeof value === 'string' ? replaced(value) : value)),
    )
  } catch {
    return plain
  }
}

const replaced = (text: string) => text.replace(UNKEEPABLE, '\uFFFD')

import fc from 'fast-check'
import type { Database } from '#prisma/database.ts'
import { Prisma } from '#prisma/generated/client.ts'

/** Any text but the one character that PostgreSQL does not keep. */
const text = fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', ''))
const instant = fc.oneof(
  fc
    .constantFrom('0001-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z')
    .map((at) => new Date(at)),
  fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
)
const json = fc.oneof(
  fc.constantFrom<Prisma.InputJsonValue[]>([], {}, '', 0, 1e21, 0.1, { b: 1, a: [{ d: '👩‍👩‍👧', c: '' }] }),
  fc
    .jsonValue({ stringUnit: 'binary' })
    .map((value) => JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '')) as Prisma.InputJsonValue),
)
const optional = <T>(given: fc.Arbitrary<T>) => fc.option(given, { nil: null })
/** A top-level null of JSON is not the null of the database. */
const present = (value: Prisma.InputJsonValue | null) => value ?? Prisma.JsonNull

const oddCouncil = fc.record({
  id: text,
  name: text,
  locale: text,
  timeZone: text,
  createdAt: instant,
  twoApprovals: fc.boolean(),
  remindedThrough: optional(text),
})
const oddChat = fc.record({
  externalId: text,
  title: optional(text),
  heardTo: optional(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  seenAt: optional(instant),
  reminds: fc.boolean(),
})
const oddFile = fc.record({ tokenHash: text, bytes: fc.uint8Array({ maxLength: 300 }), createdAt: instant })
const oddAudit = fc.record({ details: json, at: instant, unit: optional(text) })

const distinct = <T>(given: fc.Arbitrary<T>, key: (one: T) => string) =>
  fc.uniqueArray(given, { maxLength: 20, selector: key })

/** Rows with every type of column, and values at their edges. */
export const oddRows = fc.record({
  councils: distinct(oddCouncil, ({ id }) => id),
  chats: distinct(oddChat, ({ externalId }) => externalId),
  files: distinct(oddFile, ({ tokenHash }) => tokenHash),
  audits: fc.array(oddAudit, { maxLength: 20 }),
  reminders: optional(json),
  /** For each task, which one it points at. */
  tasks: fc.array(fc.nat(11), { minLength: 12, maxLength: 20 }),
})
export type OddRows = typeof oddRows extends fc.Arbitrary<infer Rows> ? Rows : never

export async function store(db: Database, { councils, chats, files, audits, reminders, tasks }: OddRows) {
  const at = new Date(0)
  await db.council.createMany({ data: councils })
  const home = { id: 'home of the rest', name: '', locale: 'vi', timeZone: 'UTC', createdAt: at }
  const council = await db.council.create({
    data: { ...home, reminders: reminders === null ? Prisma.DbNull : present(reminders) },
  })
  await db.chat.createMany({ data: chats.map((chat) => ({ ...chat, platform: '', kind: 'group', createdAt: at })) })
  await db.sharedFile.createMany({
    data: files.map(({ bytes, ...file }) => ({
      ...file,
      bytes: Uint8Array.from(bytes),
      name: '',
      mime: '',
      expiresAt: at,
    })),
  })
  await db.audit.createMany({
    data: audits.map(({ details, ...audit }) => ({
      ...audit,
      details: present(details),
      councilId: council.id,
      action: '',
    })),
  })
  const plan = await db.plan.create({ data: { councilId: council.id, createdAt: at } })
  const version = await db.planVersion.create({
    data: { planId: plan.id, version: 1, state: '', sourceName: '', sourceHash: '', warnings: [], createdAt: at },
  })
  const id = (number: number) => `task ${number}`
  await db.task.createMany({
    data: tasks.map((_, position) => ({ id: id(position), versionId: version.id, position, title: '' })),
  })
  await db.$transaction(async (tx) => {
    for (const [number, other] of tasks.entries())
      await tx.task.update({ where: { id: id(number) }, data: { sameAsId: id(other) } })
  })
}

import type { Db } from './database.ts'

/** Nobody takes a lease for longer: one that lies further ahead was taken by a clock that was set back since. */
const LONGEST_MS = 60_000

/**
 * Takes a lease until an instant, or holds one's own for longer. `holder` names whoever takes it, this once or always. Returns false where somebody else
 * has it. One statement, which SQLite and PostgreSQL both speak.
 */
export async function takeLease(db: Db, name: string, holder: string, now: Date, until: Date): Promise<boolean> {
  const tooFar = new Date(now.getTime() + LONGEST_MS)
  const taken = await db.$executeRaw`
    INSERT INTO "Lease" ("name", "holder", "until") VALUES (${name}, ${holder}, ${until})
    ON CONFLICT ("name") DO UPDATE SET "holder" = excluded."holder", "until" = excluded."until"
    WHERE "Lease"."until" <= ${now} OR "Lease"."until" > ${tooFar} OR "Lease"."holder" = excluded."holder"`
  return taken === 1
}

/** Holds a lease for longer, even one that ran out and that nobody has taken since. Returns false where it is nobody's or somebody else's by now. */
export async function renewLease(db: Db, name: string, holder: string, until: Date): Promise<boolean> {
  const { count } = await db.lease.updateMany({ where: { name, holder }, data: { until } })
  return count === 1
}

/** Gives a lease back; does nothing where somebody else has it by now. */
export async function dropLease(db: Db, name: string, holder: string): Promise<void> {
  await db.lease.deleteMany({ where: { name, holder } })
}

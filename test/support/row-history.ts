import pg from 'pg'

/** What became of a row of the outbox: it was put there (`from` is null), or its state or reason changed. */
export interface OutboxChange {
  row: number
  from: string | null
  to: string
  reason: string | null
  /** The process that wrote it, by the name of its connection. */
  by: string
  /** Milliseconds since 1970. */
  at: number
}

/** A lease was taken, held for longer (until: milliseconds since 1970) or given back (null). */
export interface LeaseChange {
  name: string
  until: number | null
  by: string
  at: number
}

const NOW = `extract(epoch from clock_timestamp()) * 1000`
const BY = `current_setting('application_name')`

const KEEP = `
  CREATE TABLE "OutboxHistory" ("row" INT, "from" TEXT, "to" TEXT, "reason" TEXT, "by" TEXT, "at" FLOAT8);
  CREATE TABLE "LeaseHistory" ("name" TEXT, "until" FLOAT8, "by" TEXT, "at" FLOAT8);
  CREATE FUNCTION keep_outbox() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO "OutboxHistory" VALUES
      (NEW."id", CASE TG_OP WHEN 'UPDATE' THEN OLD."state" END, NEW."state", NEW."reason", ${BY}, ${NOW});
    RETURN NULL;
  END $$;
  CREATE FUNCTION keep_lease() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO "LeaseHistory" VALUES (COALESCE(NEW."name", OLD."name"), extract(epoch from NEW."until") * 1000, ${BY}, ${NOW});
    RETURN NULL;
  END $$;
  CREATE TRIGGER keep_new AFTER INSERT ON "Outbox" FOR EACH ROW EXECUTE FUNCTION keep_outbox();
  CREATE TRIGGER keep_change AFTER UPDATE ON "Outbox" FOR EACH ROW
    WHEN (OLD."state" IS DISTINCT FROM NEW."state" OR OLD."reason" IS DISTINCT FROM NEW."reason") EXECUTE FUNCTION keep_outbox();
  CREATE TRIGGER keep_lease AFTER INSERT OR UPDATE OR DELETE ON "Lease" FOR EACH ROW EXECUTE FUNCTION keep_lease();`

/** Has a PostgreSQL database keep what becomes of its outbox and its leases, and which process did it, from now on. */
export async function keepHistory(url: string): Promise<void> {
  await query(url, KEEP)
}

/** What was kept, in the order in which it happened. */
export async function historyOf(url: string): Promise<{ outbox: OutboxChange[]; leases: LeaseChange[] }> {
  return {
    outbox: await query<OutboxChange>(url, 'SELECT * FROM "OutboxHistory" ORDER BY "at"'),
    leases: await query<LeaseChange>(url, 'SELECT * FROM "LeaseHistory" ORDER BY "at"'),
  }
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** The database takes 999 values in a query, and a relation is asked for with one for each row. */
const PAGE = 500

/** The rows of an ordered query, read page by page: whatever their number, their relations can be read with them. */
export async function inPages<Row>(read: (page: { skip: number; take: number }) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = []
  for (;;) {
    const rows = await read({ skip: found.length, take: PAGE })
    found.push(...rows)
    if (rows.length < PAGE) return found
  }
}

/** Does something with a long list of values, as many at a time as one query takes. */
export async function byChunks<Value>(values: Value[], work: (chunk: Value[]) => Promise<unknown>) {
  for (let from = 0; from < values.length; from += PAGE) await work(values.slice(from, from + PAGE))
}

const PAGE = 200

/** The rows of a table one after the other, in the order of their ids, without holding all of them at once. `read`: so many after that id. */
export async function* byPages<Row extends { id: string }>(
  read: (page: { id: { gt: string } }, take: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let after = ''
  for (;;) {
    const rows = await read({ id: { gt: after } }, PAGE)
    yield* rows
    if (rows.length < PAGE) return
    after = rows.at(-1)!.id
  }
}

import type { Ledger } from './ledger.ts'

/** How large the product's database is. */
export interface Growth {
  bytes: number
  rows: [table: string, rows: number][]
}

export function growthOf({ db }: Ledger): Growth {
  const [pages, size, free] = ['page_count', 'page_size', 'freelist_count'].map(
    (name) => db.pragma(`app.${name}`, { simple: true }) as number,
  )
  const names = db
    .prepare<[], string>(
      "SELECT name FROM app.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all()
  const rows = names.map((name): [string, number] => [
    name,
    db.prepare<[], number>(`SELECT COUNT(*) FROM app."${name}"`).pluck().get()!,
  ])
  return {
    bytes: (pages! - free!) * size!,
    rows: rows.filter(([, count]) => count > 0).toSorted((a, b) => b[1] - a[1]),
  }
}

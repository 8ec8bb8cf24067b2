import type { Growing } from './growing.ts'

/** The rows of both databases, one line for each thing measured. */
export function growingTable(sqlite: Growing, postgres: Growing | undefined): string {
  const rows = rowsOf(sqlite).map(([what, value], index) => {
    const other = postgres && rowsOf(postgres)[index]![1]
    return `| ${what} | ${value} | ${other ?? '–'} |`
  })
  return ['| what | SQLite | PostgreSQL |', '| --- | ---: | ---: |', ...rows].join('\n')
}

function rowsOf({ answers, claims, morning }: Growing): [string, string][] {
  return [
    ...answers.flatMap(({ councils, alone, perSecond, chats }): [string, string][] => {
      const among = `${councils.toLocaleString('en')} ${councils === 1 ? 'council' : 'councils'}`
      return [
        [`${among}: one question at a time, median ms`, alone.median.toFixed(1)],
        [`${among}: one question at a time, 95 % ms`, alone.p95.toFixed(1)],
        [`${among}: answers a second, ${chats} chats asking at once`, perSecond.toFixed(0)],
      ]
    }),
    ...claims.map(({ workers, bots, perSecond }): [string, string] => [
      `messages claimed and recorded a second, ${workers} ${workers === 1 ? 'worker' : 'workers'}${howSpread(workers, bots)}`,
      perSecond.toFixed(0),
    ]),
    [`the morning of the country: ${morning.messages} messages into the outbox, s`, morning.morning.toFixed(1)],
    ['tick before the hour, ms', (morning.before * 1000).toFixed(1)],
    ['tick when everything is said, ms', (morning.after * 1000).toFixed(1)],
    ['longest wait of a question meanwhile, ms', (morning.longestWait * 1000).toFixed(1)],
    ['memory of the process at its largest, MB', morning.peakMegabytes.toFixed(0)],
  ]
}

function howSpread(workers: number, bots: number): string {
  if (workers === 1) return ''
  return workers === bots ? ', each its own bot' : ', all on one bot'
}

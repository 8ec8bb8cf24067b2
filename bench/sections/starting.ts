import { COUNCILS } from '../country/country.ts'
import { benchStarting, LOAD_SECONDS, type Started } from '../starting.ts'
import { councilsOf, table } from '../table.ts'
import type { Section } from './section.ts'

export const starting: Section = {
  name: 'starting',
  title: 'Start and memory',
  async measure() {
    const found = await benchStarting([1, 100, COUNCILS])
    return `Start: from the command that \`npm start\` runs to the first \`ok\` of \`/readyz\`, medians of five; SQLite. Memory: of the whole process (resident), at rest when it no longer changes after the start (5 s within half a megabyte), and at its
largest while 40 people ask for \`/viec quý này\` at once for ${LOAD_SECONDS} s, answered as the network's limits allow.

${table(['database', 'start, ms', 'at rest, MB', 'under load, MB'], found.map(rowOf))}`
  },
}

function rowOf({ councils, ready, atRest, underLoad }: Started): string[] {
  const what = councils === 0 ? 'none yet: it is made' : councilsOf(councils)
  return [what, ready.toFixed(0), atRest?.toFixed(0) ?? '–', underLoad?.toFixed(0) ?? '–']
}

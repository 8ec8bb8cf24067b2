import { benchAnnounce, type Announced } from '../announce.ts'
import { COUNCILS } from '../country/country.ts'
import { fillToday, inFolder } from '../filled.ts'
import { councilsOf, ratio, table } from '../table.ts'
import type { Section } from './section.ts'

/** To how many groups is announced, beside how many councils. */
const CASES = [
  { councils: 1, groups: 300 },
  { councils: 100, groups: 1000 },
  { councils: COUNCILS, groups: 300 },
]

export const announcement: Section = {
  name: 'announcement',
  title: 'An announcement',
  measure: () =>
    inFolder(async (folder) => {
      const sizes = CASES.map(({ councils }) => councils)
      const files = await fillToday(folder, sizes)
      const found: [string, Announced][] = []
      for (const { councils, groups } of CASES)
        found.push([
          `${groups.toLocaleString('en')} groups, ${councilsOf(councils)}`,
          await benchAnnounce(`file:${files.get(councils)}`, groups),
        ])
      return `One announcement of a council to so many groups, in front of a network that takes 30 messages a second, 10 ms each, and refuses what comes sooner. Meanwhile
others ask for \`/viec\`, one about every half second: the time from the question to the answer in the network's hands. At best: as long as the network's limits
allow for all that was said, answers included.

${table(
  ['announced to', 'ratio', 'took, s', 'at best, s', 'refused', 'an answer meanwhile, median ms', '95 % ms'],
  found.map(([what, one]) => rowOf(what, one)),
)}`
    }),
}

function rowOf(what: string, { seconds, atBest, refused, answers }: Announced): string[] {
  const times = [answers.median, answers.p95].map((ms) => ms.toFixed(1))
  return [what, ratio(seconds / atBest), seconds.toFixed(1), atBest.toFixed(1), String(refused), ...times]
}

import { benchRead } from '../read.ts'
import { ratio, table } from '../table.ts'
import type { Section } from './section.ts'

export const reading: Section = {
  name: 'reading',
  title: 'Reading a plan',
  async measure() {
    const readings = await benchRead([20, 200, 1000])
    const rows = readings.map(({ what, library, reader }) => [
      what,
      ratio(reader / library),
      library.toFixed(1),
      reader.toFixed(1),
    ])
    return `A plan with one table of tasks, from the file to the draft with its deadlines, beside the library that only gives the file's text (mammoth, unpdf), in turn in one
process; medians of nine. 1,000 rows are about 100 pages.

${table(['document', 'ratio', 'library alone, ms', 'to the draft, ms'], rows)}`
  },
}

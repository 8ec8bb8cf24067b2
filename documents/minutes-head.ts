import type { Paragraph, Table } from 'docx'
import { localDate } from '#domain/dates.ts'
import { centered, rule, table, TEXT_WIDTH } from './docx-parts.ts'
import type { TallyInput } from './tally-input.ts'

const LEFT = 67
const RIGHT = TEXT_WIDTH - LEFT

/**
 * The head and the title as Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1 to II.5 has them: who issues beside the country's name and motto, below
 * them number, place and date, then kind and subject of the document.
 */
export function minutesHead(input: TallyInput): (Paragraph | Table)[] {
  const { councilName, issuer, round, now, timeZone, words } = input
  const { minutes } = words
  const above = issuer ? [centered(issuer.toUpperCase(), { size: 12 })] : []
  const head = table(
    [LEFT, RIGHT],
    [
      [
        { content: [...above, centered(councilName.toUpperCase(), { size: 12, bold: true }), rule(24, LEFT)] },
        {
          content: [
            centered(minutes.country, { size: 12, bold: true }),
            centered(minutes.motto, { size: 13, bold: true }),
            rule(58, RIGHT),
          ],
        },
      ],
      [
        { content: [centered(minutes.number, {}, SPACED)] },
        { content: [centered(minutes.dated(localDate(now, timeZone)), { italics: true }, SPACED)] },
      ],
    ],
    { borders: false },
  )
  return [
    head,
    centered(minutes.heading, { size: 14, bold: true }, { spacing: { before: 320 } }),
    centered(minutes.subject, { size: 14, bold: true }),
    centered(minutes.round(round.title), { size: 14, bold: true }),
    rule(50, TEXT_WIDTH),
    centered('', {}, { spacing: { after: 60 } }),
  ]
}

const SPACED = { spacing: { before: 80 } }

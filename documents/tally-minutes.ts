import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun, type Table } from 'docx'
import { body, centered, dotted, PAGE, paragraph, table, TEXT_WIDTH, twips } from './docx-parts.ts'
import { minutesHead } from './minutes-head.ts'
import { conclusion, missing, requests, results } from './minutes-sections.ts'
import type { TallyInput } from './tally-input.ts'

const FONT = 'Times New Roman'

/**
 * The result of a round as a Word sheet for the minutes of the council's meeting, in the layout of Nghị định 30/2020/NĐ-CP (Phụ lục I; parts of
 * the minutes as in Phụ lục III, mẫu biên bản), with dotted blanks for what only the meeting knows.
 */
export async function tallyMinutes(input: TallyInput): Promise<Uint8Array> {
  const document = new Document({
    title: `${input.words.minutes.heading} - ${input.round.title}`,
    styles: { default: { document: { run: { font: FONT, size: 26 } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(PAGE.top),
              bottom: twips(PAGE.bottom),
              left: twips(PAGE.left),
              right: twips(PAGE.right),
              header: twips(10),
              footer: twips(10),
            },
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: new Footer({ children: [] }) },
        children: [
          ...minutesHead(input),
          ...opening(input),
          ...results(input),
          ...missing(input),
          ...requests(input),
          ...conclusion(input),
          signatures(input),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** In the middle of the upper margin, from the second page (Phụ lục I, I.7). */
const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
      }),
    ],
  })

function opening({ words: { minutes } }: TallyInput): Paragraph[] {
  return [
    body(minutes.starts),
    dotted(minutes.venue),
    dotted(minutes.chair),
    dotted(minutes.secretary),
    body(minutes.present),
    dotted(''),
    dotted(''),
    dotted(minutes.absent),
  ]
}

/** Who signs, side by side, and below on the left who gets a copy (Phụ lục I, II.7 and II.9). They stay on one page. */
function signatures({ words: { minutes } }: TallyInput): Table {
  const half = TEXT_WIDTH / 2
  const together = { keepNext: true }
  const signer = (title: string) => ({
    content: [
      centered(title, { bold: true }, { ...together, spacing: { before: 160 } }),
      centered(minutes.sign, { italics: true }, together),
      ...Array.from({ length: 4 }, () => paragraph('', {}, together)),
    ],
  })
  const recipients = [
    paragraph(minutes.recipients, { size: 12, bold: true, italics: true }, together),
    ...minutes.copies.map((line) => paragraph(line, { size: 11 })),
  ]
  return table(
    [half, half],
    [
      [signer(minutes.secretarySigns), signer(minutes.chairSigns)],
      [{ content: recipients }, { content: [paragraph('')] }],
    ],
    { borders: false },
  )
}

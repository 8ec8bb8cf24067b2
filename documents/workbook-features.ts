import type writeExcelFile from 'write-excel-file/node'
import type { Cell } from 'write-excel-file/node'
import { sanitizeTextContent } from 'write-excel-file/utility'
import type { FormulaCell } from './workbook-cells.ts'

type WorkbookOptions = NonNullable<Parameters<typeof writeExcelFile>[1]>
type SheetFeature = NonNullable<WorkbookOptions['features']>[number]

/** What the features need of a sheet. `headingRows` are the first and the last row of the table's head, from 1. */
export interface FeaturedSheet {
  name: string
  data: readonly (readonly Cell[])[]
  headingRows: [number, number]
}

/**
 * Writes the value of each formula beside it: phones and previews show what is stored and do not calculate. Excel calculates anew when it
 * opens the file.
 */
export function cachedValues(sheets: readonly FeaturedSheet[]): SheetFeature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // The cells stand in the file row by row, as in the data.
          transform: (xml, _options, { sheetIndex }) => {
            const values = sheets[sheetIndex]!.data.flat().filter(isFormula)
            let at = 0
            return xml.replaceAll('</f></c>', () => `</f><v>${values[at++]!.cached}</v></c>`)
          },
        },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<calcPr/>', '<calcPr fullCalcOnLoad="1"/>') },
      },
    },
  }
}

/** One A4 page wide, the head of the table again on each page, page numbers below. */
export function printSetup(sheets: readonly FeaturedSheet[]): SheetFeature {
  const titles = sheets.map(({ name, headingRows: [first, last] }, index) => {
    const range = sanitizeTextContent(`${quoted(name)}!$${first}:$${last}`)
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${range}</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews')
              .replace(
                /<pageSetup [^>]*\/>/,
                (found) => `${found}<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>`,
              ),
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup'
              ? { ...attributes, fitToWidth: 1, fitToHeight: 0 }
              : tag === 'pageMargins'
                ? { ...attributes, left: 0.6, right: 0.6, top: 0.6, bottom: 0.7 }
                : attributes,
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`),
        },
      },
    },
  }
}

/** A sheet's name as formulas write it. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`

const isFormula = (cell: Cell): cell is FormulaCell =>
  typeof cell === 'object' && cell !== null && 'type' in cell && cell.type === 'Formula'

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as xlsx from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftPlan, DraftTask } from '#domain/plan.ts'
import { draftWorkbook } from '#documents/draft-workbook.ts'
import { readDocument } from '#documents/read-document.ts'
import { draftWords } from '#locales/draft-words.ts'
import { loadTranslators } from '#locales/translate.ts'
import { linesOf } from './excel.ts'

const translators = loadTranslators()
const words = draftWords(translators.vi)
const read = (file: string) => readDocument(readFileSync(file), file)
const readBack = async (draft: DraftPlan) => readDocument(await draftWorkbook(draft, words), 'a.xlsx')

/** All that must come back as it was. The wording of a quota is its row, and this table has its own rows. */
const kept = ({ tasks, quotas, plan }: DraftPlan) => ({
  tasks,
  quotas: quotas.map((quota) => ({ ...quota, wording: '' })),
  plan,
})

const filesIn = (folder: string, pattern: RegExp) =>
  existsSync(folder) ? readdirSync(folder).flatMap((name) => (pattern.test(name) ? [folder + name] : [])) : []
const own = filesIn(fileURLToPath(new URL('plans/', import.meta.url)), /\.(?:txt|md)$/)
const real = filesIn(fileURLToPath(new URL('../../../shared/plans/', import.meta.url)), /\.(?:txt|docx|pdf|xlsx)$/)

describe('the workbook of a draft', () => {
  it.each(own.map((file) => [path.basename(file), file]))('is read back as it was: %s', async (_, file) => {
    const draft = await read(file)

    expect(kept(await readBack(draft))).toEqual(kept(draft))
  })

  it.skipIf(real.length === 0)(
    'is read back as it was: real plans (../shared/plans; skipped where it is absent)',
    async () => {
      for (const file of real) {
        const draft = await read(file)

        expect(kept(await readBack(draft)), file).toEqual(kept(draft))
      }
    },
  )

  it('is read back as it was, whatever the language of its notes', async () => {
    const draft = await read(own.find((file) => file.endsWith('quota-groups.txt'))!)
    const back = await readDocument(await draftWorkbook(draft, draftWords(translators.en)), 'a.xlsx')

    expect(kept(back)).toEqual(kept(draft))
  })

  it('keeps texts that a program could take for something else', async () => {
    const title = fc
      .array(fc.constantFrom('=', '+', '@', '<b>', '&', '"', 'Họp', '1.5', 'constructor', '_x0041_'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => `Tổ chức ${parts.join(' ')}`)
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 5 }), async (titles) => {
        const draft = planOf(titles.map((one, index) => task(`${index + 1}`, one)))

        expect((await readBack(draft)).tasks.map((one) => one.title)).toEqual(titles)
      }),
      { numRuns: 30 },
    )
  })

  it('shows the open points, colours what is suspect and says beside it what is proposed', async () => {
    const suspect = { reason: 'outside-period', proposed: '2025-04-15' } as const
    const draft = planOf([task('1', 'Gửi hồ sơ', 'Trước ngày 15/4/2024')])
    draft.tasks[0]!.deadlines[0]!.suspect = suspect
    draft.warnings.push({ code: 'suspect-year', message: 'có thể là 15/4/2025', at: 'PL1 mục 1' })
    const bytes = await draftWorkbook(draft, words)

    const sheets = xlsx.read(bytes, { cellStyles: true }).Sheets
    expect(await linesOf(bytes)).toContain('1 | PL1 mục 1 | có thể là 15/4/2025')
    expect(sheets['Phụ lục 1']!['F4']).toMatchObject({
      v: 'Trước ngày 15/4/2024',
      s: { fgColor: { rgb: 'FFF2CC' } },
    })
    expect(sheets['Phụ lục 1']!['G4']).toMatchObject({ v: 'có thể là 15/4/2025' })
  })

  it('is read as it is corrected', async () => {
    const draft = planOf([task('1', 'Gửi hồ sơ', 'Trước ngày 15/4/2024')])
    const book = xlsx.read(await draftWorkbook(draft, words), { cellNF: true })
    book.Sheets['Phụ lục 1']!['F4'] = { t: 's', v: 'Trước ngày 15/4/2025; báo cáo trước ngày 20/5/2025' }
    const corrected = new Uint8Array(xlsx.write(book, { type: 'buffer' }) as Buffer)

    const { tasks, plan } = await readDocument(corrected, 'a.xlsx')
    expect(plan).toEqual(draft.plan)
    expect(tasks.flatMap(({ deadlines }) => deadlines.map(({ to, suspect }) => [to, suspect]))).toEqual([
      ['2025-04-15', null],
      ['2025-05-20', null],
    ])
  })
})

const task = (no: string, title: string, wording?: string): DraftTask => ({
  appendix: 'Phụ lục 1',
  section: null,
  no,
  title,
  direct: null,
  lead: null,
  support: null,
  deadlines: wording
    ? [{ wording, label: null, kind: 'before', from: null, to: null, rrule: null, dueOn: null, suspect: null }]
    : [],
})

const planOf = (tasks: DraftTask[]): DraftPlan => ({
  schema: 'tdkt.plan/1',
  plan: {
    number: '14/KH-UBND',
    issuedOn: '2025-01-13',
    year: 2025,
    issuer: 'UBND phường Hồng Lĩnh',
    title: 'Công tác thi đua, khen thưởng năm 2025',
    from: '2025-01-01',
    to: '2025-12-31',
  },
  tasks,
  quotas: [],
  warnings: [],
})

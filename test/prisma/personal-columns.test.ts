import { readFileSync } from 'node:fs'
import { format } from 'prettier'
import { expect, it } from 'vitest'
import { PERSONAL_COLUMNS } from '#prisma/personal-columns.ts'

const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8')

/** Every column that can hold words. */
function columnsOf(text: string): string[] {
  const models = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  return models.flatMap(([, model = '', body = '']) =>
    [...body.matchAll(/^ {2}(\w+)\s+(?:String|Json|Bytes)\??(?:\s|$)/gm)].map(([, column]) => `${model}.${column}`),
  )
}

it('is decided for every column of text, JSON and bytes what becomes of it when a person is forgotten', () => {
  const decided = PERSONAL_COLUMNS.flatMap(({ table, columns }) => columns.split(' ').map((name) => `${table}.${name}`))
  expect(decided.toSorted()).toEqual(columnsOf(schema).toSorted())
  expect(columnsOf('model A {\n  x String?\n  y Json\n  n Int\n  b B[]\n}')).toEqual(['A.x', 'A.y'])
})

it('is told in docs/personal-columns.md (written by vitest -u)', async () => {
  const rows = PERSONAL_COLUMNS.map(
    ({ table, columns, decision, why }) =>
      `| ${table} | ${columns
        .split(' ')
        .map((one) => `\`${one}\``)
        .join(' ')} | ${decision} | ${why} |`,
  )
  const page = [
    '# What becomes of each column when a person is forgotten',
    '',
    'Made of `prisma/personal-columns.ts`; a test fails when a column of text, JSON or bytes is not decided. What it means for people stands in [personal-data.md](personal-data.md).',
    '',
    '`removed`: the row goes with the person. `blanked`: the value goes, or another stands in its place. `kept`: it stays.',
    '',
    '| table | columns | | why |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
  await expect(await format(page, { parser: 'markdown' })).toMatchFileSnapshot('../../docs/personal-columns.md')
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runProgram } from '#commands/operator/program.ts'
import { anchors, codeLines, localLinks } from '../support/markdown.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const read = (page: string) => readFileSync(path.join(ROOT, page), 'utf8')
const pagesIn = (folder: string) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name))
const PAGES = ['', 'docs', 'docs/decisions'].flatMap(pagesIn)
/** The guides for operators: the same in both languages. */
const [ENGLISH, VIETNAMESE] = [read('docs/operating.md'), read('docs/van-hanh.md')]

describe('a page', () => {
  it.each(PAGES)('%s leads to files and headings that are there', (page) => {
    const dead = localLinks(read(page)).filter((link) => {
      const [file = '', heading] = link.split('#')
      const target = file === '' ? page : path.join(path.dirname(page), decodeURI(file))
      if (!existsSync(path.join(ROOT, target))) return true
      return heading !== undefined && !anchors(read(target)).includes(decodeURI(heading))
    })
    expect(dead).toEqual([])
  })
})

describe('the settings', () => {
  const settings = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!)

  it('are the same in .env.example and in what is read', () => {
    const known = [...read('config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name!)
    expect(settings.toSorted()).toEqual(known.toSorted())
  })

  it('all stand in the table of README.md', () => {
    const cells = [...read('README.md').matchAll(/^\| (`[A-Z_]+`[^|]*)\|/gm)].map(([, cell]) => cell!)
    expect(settings.filter((name) => !cells.some((cell) => cell.includes(`\`${name}\``)))).toEqual([])
  })

  it('are told alike in both guides', () => {
    const told = (guide: string) => settings.filter((name) => new RegExp(`\\b${name}\\b`).test(guide))
    expect(told(ENGLISH)).toEqual(told(VIETNAMESE))
    expect(told(ENGLISH).length).toBeGreaterThan(12)
  })
})

describe('the guides for operators', () => {
  it('have the same parts and the same commands', () => {
    const levels = (guide: string) => anchors(guide).length
    expect(levels(ENGLISH)).toBe(levels(VIETNAMESE))
    expect(codeLines(ENGLISH).length).toBeGreaterThan(40)
    expect(codeLines(ENGLISH).map(plain)).toEqual(codeLines(VIETNAMESE).map(plain))
  })

  it('have the same rows in their tables', () => {
    const rows = (guide: string) => guide.split('\n').filter((line) => line.startsWith('|')).length
    expect(rows(ENGLISH)).toBe(rows(VIETNAMESE))
  })

  it('name the metrics that there are', () => {
    const source = read('metrics.ts')
    const there = [...source.matchAll(/(?:gauge\('|name: 'tdkt_)(\w+)'/g)].map(([, name]) => `tdkt_${name}`)
    const named = (guide: string) => [...new Set(guide.match(/\btdkt_\w+/g))].toSorted()
    expect(named(ENGLISH)).toEqual(there.toSorted())
    expect(named(VIETNAMESE)).toEqual(there.toSorted())
  })
})

describe('the READMEs', () => {
  it.each([
    ['README.md', 'In the terminal'],
    ['README.vi.md', 'Các lệnh cho người quản trị'],
  ])('%s tells all commands of the terminal, and no others', async (page, heading) => {
    const cells = [...partOf(read(page), heading).matchAll(/^\| (`.*?) +\| /gm)].map(([, cell]) => cell!)
    const told = cells.flatMap((cell) => [...cell.matchAll(/`([a-z]+)/g)].map(([, name]) => name!))
    expect([...new Set(told)].toSorted()).toEqual(await commandNames())
  })

  it('have a map with all files of the root', () => {
    const map = partOf(read('README.md'), 'Where things are')
    const files = readdirSync(ROOT).filter((name) => /^[a-z-]+\.ts$/.test(name))
    expect(files.filter((name) => !map.includes(`\`${name}\``))).toEqual([])
  })
})

/** What stands under a heading, up to the next one of its kind. */
const partOf = (page: string, heading: string) =>
  page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''

/** What stands in the place of names is another word in each language. */
const plain = (line: string) =>
  line.replace(/<[^>]+>|\bID\b|MÃ_HỘI_ĐỒNG|"NAME"|"TÊN"|(?<=@)(other-machine|may-khac)\b/g, '…')

/** As its own help lists them. */
async function commandNames(): Promise<string[]> {
  const out: string[] = []
  const never = () => expect.fail('only help is asked for')
  await runProgram(
    ['--help'],
    {
      print: (line) => out.push(line),
      ...{ now: never, lines: never, withDatabase: never, defaults: never, serve: never },
      ...{ settings: never, probe: never, authorizeZalo: never },
    },
    never,
  )
  const listed = [...out.join('\n').matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!)
  return listed.filter((name) => name !== 'help').toSorted()
}

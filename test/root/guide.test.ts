import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { compose } from '#bot/zalo/compose.ts'
import { COMMANDS } from '#commands/index.ts'
import type { PlatformName } from '#domain/messages.ts'
import { playYear } from '../../tools/screenshots/story.ts'
import { createTestApp, STRANGER } from '../support/app.ts'
import { localLinks } from '../support/markdown.ts'

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url))
const SAMPLE = fileURLToPath(new URL('../../commands/operator/sample/plan.txt', import.meta.url))
const GUIDE = readFileSync(`${DOCS}huong-dan.md`, 'utf8')
/** Behind a button only: it takes a list of ids. */
const NOT_TYPED = new Set(['nhaclai'])
/** Pictures of other pages. */
const ELSEWHERE = new Set(['playground.png', 'playground-phone.png'])

/** What stands on a line of a quotation, without its marks; codes are other ones each time. */
const plain = (line: string) =>
  line
    .replace(/^> ?/, '')
    .replace(/\\$/, '')
    .replace(/\\(?=[.])/g, '')
    .replace(/\*\*|`|(?<!\w)_|_(?!\w)/g, '')
    .replace(/\b[0-9A-Z]{20,}\b/g, 'MÃ')
    .trim()

const quoted = GUIDE.split('\n')
  .filter((line) => line.startsWith('>'))
  .map(plain)
  .filter((line) => line !== '' && line !== '…' && !line.startsWith('['))
const buttons = [...GUIDE.matchAll(/\[([^\]\n]+)\](?!\()/g)].map(([, label]) => label!)

/** What the bot says without buttons when it is asked in a group. */
async function saidOn(network: PlatformName): Promise<string[]> {
  const app = await createTestApp('2025-02-20T08:00:00+07:00', {}, network)
  await app.linkedCouncil(readFileSync(SAMPLE, 'utf8'))
  const [answer] = await app.sayInGroup(STRANGER, 'tháng 7 có việc gì?')
  await app.stop()
  return compose(answer!.message)
}

describe('the guide', () => {
  const lines = new Set<string>()
  const labels = new Set<string>()
  beforeAll(async () => {
    const year = await playYear(() => Promise.resolve())
    await year.close()
    const texts = [
      ...year.said.map(({ body }) => body.text),
      ...(await saidOn('zalo-oa')),
      ...(await saidOn('zalo-bot')),
    ]
    for (const line of texts.flatMap((text) => text.split('\n'))) lines.add(plain(line))
    for (const label of year.said.flatMap(({ choices }) => choices.flat())) labels.add(label)
  }, 240_000)

  it('quotes only what the bot says in the year that it tells', () => {
    expect(quoted.length).toBeGreaterThan(40)
    expect(quoted.filter((line) => !lines.has(line))).toEqual([])
  })

  it('names only buttons that are there', () => {
    expect(buttons.length).toBeGreaterThan(30)
    expect(buttons.filter((label) => !labels.has(label))).toEqual([])
  })
})

describe('what the guide points at', () => {
  const names = new Set(COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]))

  it('names only commands that there are, and tells all that can be typed', () => {
    const named = [...GUIDE.matchAll(/(?<![\w/.)])\/([a-z]+)/g)].map(([, name]) => name!)
    expect(named.filter((name) => !names.has(name))).toEqual([])
    const table = [...GUIDE.matchAll(/^\| `\/([a-z]+)` /gm)].map(([, name]) => name!)
    const typed = COMMANDS.map(({ name }) => name).filter((name) => !NOT_TYPED.has(name))
    expect(table.toSorted()).toEqual(typed.toSorted())
  })

  it('shows every picture that was made for it, and no other', () => {
    const shown = localLinks(GUIDE)
      .filter((link) => link.startsWith('images/'))
      .map((link) => link.slice('images/'.length))
    const made = readdirSync(`${DOCS}images`).filter((name) => !ELSEWHERE.has(name))
    expect(shown.toSorted()).toEqual(made.toSorted())
  })
})

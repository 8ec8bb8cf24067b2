import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { COMMANDS } from '#commands/index.ts'
import { ACTS } from '#domain/access.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The files of a folder, those below it as well, with their text. */
const sources = (folder: string, ending: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(path.join(root, folder, name), 'utf8') }))

it('every command has an act of the table, and no name is used twice', () => {
  for (const { act } of COMMANDS) expect(ACTS).toContain(act)
  const names = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases])
  expect(names).toEqual([...new Set(names)])
})

/** A role that is compared with a name, in whatever order: `role === 'head'`, `'secretariat' !== one.role`. */
const COMPARED =
  /\brole\s*[!=]==?\s*'(?:member|head|deputy|secretariat)'|'(?:member|head|deputy|secretariat)'\s*[!=]==?\s*\S*role\b/

/** Where a role is no right of whoever asks: what an invitation says, whom a unit has as its head, that a council keeps its last secretary. */
const NO_RIGHTS = ['end-role', 'invite', 'units', 'audit-sentence'].map((name) => `commands/${name}.ts`)

it('nothing that people ask for compares roles but the table of rights', () => {
  const files = [...sources('commands', '.ts'), ...sources('domain', '.ts')]
  const comparing = files.filter(({ name, text }) => !name.includes('/operator/') && COMPARED.test(text))
  const allowed = [...NO_RIGHTS, 'domain/access.ts', 'domain/invitation.ts']
  expect(comparing.map(({ name }) => name).filter((name) => !allowed.includes(name))).toEqual([])
})

it('the playground shows words as words', () => {
  const pages = sources('bot/playground/web', '.js')
  expect(pages.length).toBeGreaterThan(5)
  const asMarkup =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\(|new Function|srcdoc/
  expect(pages.filter(({ text }) => asMarkup.test(text)).map(({ name }) => name)).toEqual([])
})

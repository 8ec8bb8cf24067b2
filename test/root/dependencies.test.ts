import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dependenciesPage } from '../../tools/dependencies-page.ts'
import { isAllowed, packagesIn } from '../../tools/licences.ts'

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const packages = packagesIn(JSON.parse(read('package-lock.json')))

it('has no package whose licence is not allowed', () => {
  const refused = packages.filter(({ licence }) => !isAllowed(licence))
  expect(refused.map(({ name, version, licence }) => `${name} ${version}: ${licence}`)).toEqual([])
  expect(packages.length).toBeGreaterThan(200)
})

it('names what the bot asks for as package.json does', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  const asked = packages.filter(({ direct }) => direct).map(({ name, version }) => [name, version])
  expect(Object.fromEntries(asked)).toEqual(dependencies)
})

it('is told in docs/dependencies.md (written by npm run licences)', async () => {
  expect(read('docs/dependencies.md')).toBe(await dependenciesPage(packages))
})

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['MIT and ISC', true],
  ['GPL-3.0-only', false],
  ['AGPL-3.0-or-later', false],
  ['(MIT AND GPL-3.0-only)', false],
  ['SEE LICENSE IN LICENSE', false],
  ['UNLICENSED', false],
  ['', false],
])('takes %j: %s', (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed)
})

it('reads what is installed without tools for developing, each version once', () => {
  const lock = {
    packages: {
      '': { dependencies: { a: '1.0.0' } },
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/b': { version: '2.0.0', license: 'GPL-3.0', dev: true },
      'node_modules/a/node_modules/c': { version: '3.0.0', license: 'ISC' },
      'node_modules/c': { version: '3.0.0', license: 'ISC', devOptional: true },
      'node_modules/@d/e': { version: '1.0.0', optional: true },
      'node_modules/duck': { version: '9.0.0', license: 'GPL-3.0' },
    },
  }
  expect(packagesIn(lock)).toEqual([
    { name: '@d/e', version: '1.0.0', licence: '', direct: false, reason: 'other system' },
    { name: 'a', version: '1.0.0', licence: 'MIT', direct: true, reason: 'needed' },
    { name: 'c', version: '3.0.0', licence: 'ISC', direct: false, reason: 'needed' },
    { name: 'duck', version: '9.0.0', licence: 'GPL-3.0', direct: false, reason: 'needed' },
  ])
})

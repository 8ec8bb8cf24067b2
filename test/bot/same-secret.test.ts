import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isSameSecret } from '#bot/same-secret.ts'

const BOT = new URL('../../bot/', import.meta.url)
const files = readdirSync(BOT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

/** These compare tokens that the network gave us with each other: nobody who calls brings one. */
const OWN_TOKENS = ['tokens', 'token-refresh', 'token-rules'].map((name) => `zalo/oa/${name}.ts`)

/** Plain equality with something that is named like a secret. */
const COMPARED =
  /(?:secret|token|signature|\bmac|verifier|\.state)\b\)? *[!=]==?(?!=)(?! *(?:undefined|null|'|\d))|[!=]==? *(?:[\w.]*\.)?(?:\w*secret|\w*token|signature|mac|verifier|(?<=\.)state)\b/i

it.each(['', 'short', 'x'.repeat(10_000), 'the secreT', 'the secret '])('%# is not the secret', (given) => {
  expect(isSameSecret(given, 'the secret')).toBe(false)
})

it('the secret is the secret', () => {
  expect(isSameSecret('the secret', 'the secret')).toBe(true)
})

it.each([
  'if (secret === given)',
  'given.signature !== expected',
  'return header == this.token',
  'x === pending.state',
])('a search for plain comparisons finds "%s"', (line) => {
  expect(COMPARED.test(line)).toBe(true)
})

it('no secret is compared in any other way', () => {
  const found = files
    .filter((name) => !OWN_TOKENS.includes(name))
    .flatMap((name) =>
      readFileSync(new URL(name, BOT), 'utf8')
        .split('\n')
        .flatMap((line, index) => (COMPARED.test(line) ? [`bot/${name}:${index + 1} ${line.trim()}`] : [])),
    )
  expect(found).toEqual([])
})

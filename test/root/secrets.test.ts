import { expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { secretsIn } from '../../secrets.ts'

it.each([
  ['as it is written and as it is meant', 'postgresql://tdkt:Geheim%2Fnis@db/tdkt', ['Geheim%2Fnis', 'Geheim/nis']],
  ['with a % that stands for itself', 'postgresql://tdkt:100%geheim@db/tdkt', ['100%geheim', '100%geheim']],
  ['of a file: none', 'file:./council.db', []],
])('the password of the database, %s', (_, DATABASE_URL, secrets) => {
  expect(secretsIn({ ...readConfig({}), DATABASE_URL })).toEqual(secrets)
})

it('an address that is none does not end the program before it can be told', () => {
  expect(secretsIn({ ...readConfig({}), TELEGRAM_PROXY: 'http://user:Geheim#nis@proxy:8080' })).toEqual([])
})

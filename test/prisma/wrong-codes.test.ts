import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import type { PersonId } from '#domain/ids.ts'
import { createAccountCode } from '#prisma/account-codes.ts'
import { createCouncil } from '#prisma/councils.ts'
import { createInvite } from '#prisma/invites.ts'
import { mergePersons } from '#prisma/merge-persons.ts'
import { hashOf } from '#prisma/one-time-code.ts'
import { seePerson } from '#prisma/persons.ts'
import { codesLockedUntil, rememberWrongCode, removeOldWrongCodes } from '#prisma/wrong-codes.ts'
import { testDatabase } from '../support/database.ts'

const [ALPHABET, LENGTH] = ['0123456789ABCDEFGHJKMNPQRSTVWXYZ', 26]
const START = new Date('2025-02-20T01:00:00Z')
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

async function given() {
  const db = await testDatabase()
  const person = (externalId: string) => seePerson(db, { platform: 'telegram', externalId, name: externalId }, START)
  const an = await person('an')
  const binh = await person('binh')
  const wrong = async (minutes: number[], who: PersonId = an) => {
    for (const minute of minutes) await rememberWrongCode(db, who, at(minute))
  }
  /** Minutes after the start until which the codes of An are locked. */
  const locked = async (minute: number, who: PersonId = an) => {
    const until = await codesLockedUntil(db, who, at(minute))
    return until && (until.getTime() - START.getTime()) / 60_000
  }
  return { db, an, binh, wrong, locked }
}

it('five wrong codes within an hour lock all codes of this person for an hour after the last', async () => {
  const { binh, wrong, locked } = await given()
  await wrong([0, 10, 20, 30])
  expect(await locked(30)).toBeUndefined()
  await wrong([50])
  expect([await locked(50), await locked(109), await locked(110)]).toEqual([110, 110, undefined])
  expect(await locked(50, binh)).toBeUndefined()
  await wrong([111])
  expect(await locked(111)).toBeUndefined()
})

it('five wrong codes in more than an hour lock nothing', async () => {
  const { wrong, locked } = await given()
  await wrong([0, 15, 30, 45, 60])
  expect(await locked(60)).toBeUndefined()
})

it('wrong codes of before the clock was set back lock nothing', async () => {
  const { wrong, locked } = await given()
  await wrong([600, 601, 602, 603, 604])
  expect(await locked(5)).toBeUndefined()
  await wrong([5, 6, 7, 8, 9])
  expect(await locked(9)).toBe(69)
})

it('wrong codes of two accounts count together once they are one person', async () => {
  const { db, an, binh, wrong, locked } = await given()
  await wrong([0, 1, 2])
  await wrong([3, 4], binh)
  await mergePersons(db, { from: binh, into: an })
  expect(await locked(5)).toBe(64)
})

it('what locks nothing any more is removed, and nothing else', async () => {
  const { db, wrong, locked } = await given()
  await wrong([0, 130, 131, 132, 133, 134])
  expect(await removeOldWrongCodes(db, at(140))).toBe(1)
  expect(await locked(140)).toBe(194)
})

it('a million guesses find none of the codes that are open', async () => {
  const { db, an } = await given()
  const councilId = await createCouncil(db, { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }, START)
  const codes = [await createAccountCode(db, an, START)]
  while (codes.length < 100) codes.push(await createInvite(db, { councilId, role: 'member', unitId: undefined }, START))
  const open = [...(await db.invite.findMany()), ...(await db.accountCode.findMany())].map(({ codeHash }) => codeHash)
  const kept = new Set(open)
  expect(codes.filter((code) => kept.has(hashOf(code)))).toHaveLength(100)

  // Every other one is a real code with four other letters: whoever saw the rest of it is no nearer.
  let found = 0
  for (let round = 0; round < 100; round += 1) {
    const letters = randomBytes(10_000 * LENGTH).map((byte) => ALPHABET.charCodeAt(byte % 32))
    for (let guess = 0; guess < 10_000; guess += 1) {
      const random = Buffer.from(letters.buffer, guess * LENGTH, LENGTH).toString('latin1')
      const [real, place] = [codes[guess % 100]!, guess % (LENGTH - 3)]
      const near = real.slice(0, place) + random.slice(0, 4) + real.slice(place + 4)
      const guessed = guess % 2 === 0 || near === real ? random : near
      if (kept.has(hashOf(guessed))) found += 1
    }
  }
  expect(found).toBe(0)
}, 120_000)

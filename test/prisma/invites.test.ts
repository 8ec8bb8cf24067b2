import { describe, expect, it } from 'vitest'
import { createCouncil } from '#prisma/councils.ts'
import { createInvite, redeemInvite } from '#prisma/invites.ts'
import { seePerson } from '#prisma/persons.ts'
import { testDatabase } from '../support/database.ts'

const now = new Date('2025-02-20T01:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

async function given() {
  const db = await testDatabase()
  const councilId = await createCouncil(db, { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }, now)
  const person = await seePerson(db, { platform: 'telegram', externalId: '1', name: 'An' }, now)
  const code = await createInvite(db, { councilId, role: 'member', unitId: undefined }, now)
  return { db, councilId, person, code }
}

describe('a one-time code', () => {
  it('is 128 bits long and kept as a hash only', async () => {
    const { db, code } = await given()
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    expect(JSON.stringify(await db.invite.findMany())).not.toContain(code)
  })

  it('works once', async () => {
    const { db, councilId, person, code } = await given()
    expect(await redeemInvite(db, code, person, now)).toEqual({ councilId, role: 'member', unitId: undefined })
    expect(await redeemInvite(db, code, person, now)).toBeUndefined()
  })

  it.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['in groups', (code: string) => code.replace(/(.{5})/g, '$1-')],
    ['with spaces around', (code: string) => ` ${code} `],
    ['with O for 0', (code: string) => code.replaceAll('0', 'O')],
    ['with l for 1', (code: string) => code.replaceAll('1', 'l')],
  ])('may be typed %s', async (_, type) => {
    const { db, person, code } = await given()
    expect(await redeemInvite(db, type(code), person, now)).toBeDefined()
  })

  it('is over after seven days', async () => {
    const { db, person, code } = await given()
    expect(await redeemInvite(db, code, person, days(7))).toBeUndefined()
    expect(await redeemInvite(db, code, person, days(6.9))).toBeDefined()
  })
})

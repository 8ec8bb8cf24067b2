import { expect, it } from 'vitest'
import {
  adoptSeed,
  beginRefresh,
  keepPending,
  noteFailure,
  noteInterruption,
  readCredential,
  readPending,
  storeTokens,
  takePending,
} from '#prisma/credentials.ts'
import type { Database } from '#prisma/database.ts'
import { testDatabase } from '../support/database.ts'

const OA = { platform: 'zalo-oa', bot: 1 } as const
const NOON = new Date('2026-11-20T12:00:00Z')
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)
const pair = (number: number) => ({
  accessToken: `access-${number}`,
  refreshToken: `refresh-${number}`,
  refreshedAt: NOON,
  expiresAt: later(90_000),
})

async function given(): Promise<Database> {
  const db = await testDatabase()
  await storeTokens(db, OA, pair(1))
  return db
}

const read = async (db: Database) => (await readCredential(db, OA))!

it('finds no tokens where none were stored', async () => {
  const db = await testDatabase()
  expect(await readCredential(db, OA)).toBeUndefined()
  await keepPending(db, OA, { state: 's', verifier: 'v', redirectUri: 'https://x.test/', createdAt: NOON })
  expect(await readCredential(db, OA)).toBeUndefined()
})

it('lets one of several refresh', async () => {
  const db = await given()
  const row = await read(db)
  const all = await Promise.all(
    Array.from({ length: 10 }, () => beginRefresh(db, OA, row, { now: NOON, lockedUntil: later(20) })),
  )
  expect(all.filter(Boolean)).toHaveLength(1)
  expect(await read(db)).toMatchObject({ refreshingSince: NOON, lockedUntil: later(20) })
})

it('refuses the lock to whoever read the row before it changed', async () => {
  const db = await given()
  const row = await read(db)
  await storeTokens(db, OA, { ...pair(2), instead: 'refresh-1' })
  expect(await beginRefresh(db, OA, row, { now: NOON, lockedUntil: later(20) })).toBe(false)
})

it('gives the lock of somebody who died to the next', async () => {
  const db = await given()
  await beginRefresh(db, OA, await read(db), { now: NOON, lockedUntil: later(20) })
  const row = await read(db)
  expect(await beginRefresh(db, OA, row, { now: later(19), lockedUntil: later(39) })).toBe(false)
  expect(await beginRefresh(db, OA, row, { now: later(20), lockedUntil: later(40) })).toBe(true)
})

it('stores a pair and ends the refresh with all that was noted', async () => {
  const db = await given()
  await noteFailure(db, OA, { refreshToken: 'refresh-1', failure: 'http-503', handedIn: undefined })
  await beginRefresh(db, OA, await read(db), { now: NOON, lockedUntil: later(20) })
  expect(await storeTokens(db, OA, { ...pair(2), instead: 'refresh-1' })).toBe(true)
  const settled = { refreshingSince: undefined, lockedUntil: undefined, failure: undefined, failures: 0 }
  expect(await read(db)).toEqual({ ...pair(2), seed: undefined, ...settled })
})

it('does not store a pair over one that a person brought meanwhile', async () => {
  const db = await given()
  await storeTokens(db, OA, pair(7))
  expect(await storeTokens(db, OA, { ...pair(2), instead: 'refresh-1' })).toBe(false)
  expect(await noteFailure(db, OA, { refreshToken: 'refresh-1', failure: 'x', handedIn: NOON })).toBe(0)
  expect(await read(db)).toMatchObject({ accessToken: 'access-7', failures: 0 })
})

it('counts failures in a row and frees the lock', async () => {
  const db = await given()
  await beginRefresh(db, OA, await read(db), { now: NOON, lockedUntil: later(20) })
  const busy = { refreshToken: 'refresh-1', failure: 'http-503', handedIn: undefined }
  expect(await noteFailure(db, OA, busy)).toBe(1)
  expect(await noteFailure(db, OA, { ...busy, failure: 'uncertain', handedIn: NOON })).toBe(2)
  expect(await read(db)).toMatchObject({ failure: 'uncertain', refreshingSince: NOON, lockedUntil: undefined })
})

it('notes an interruption once, and only when the lock has run out', async () => {
  const db = await given()
  await beginRefresh(db, OA, await read(db), { now: NOON, lockedUntil: later(20) })
  const row = await read(db)
  expect(await noteInterruption(db, OA, row, 'interrupted', later(10))).toBe(false)
  expect(await noteInterruption(db, OA, row, 'interrupted', later(20))).toBe(true)
  expect(await noteInterruption(db, OA, row, 'interrupted', later(20))).toBe(false)
})

it('takes over a refresh token of the settings once', async () => {
  const db = await given()
  expect(await adoptSeed(db, OA, 'from-settings', 'digest-1')).toBe(true)
  expect(await read(db)).toMatchObject({ refreshToken: 'from-settings', accessToken: undefined, seed: 'digest-1' })
  expect(await adoptSeed(db, OA, 'from-settings', 'digest-1')).toBe(false)
  expect(await adoptSeed(db, OA, 'another', 'digest-2')).toBe(true)
})

it('hands out an authorization once, to one of several', async () => {
  const db = await testDatabase()
  const pending = { state: 'state-1', verifier: 'v', redirectUri: 'https://x.test/', createdAt: NOON }
  await keepPending(db, OA, pending)
  expect(await readPending(db, OA)).toEqual(pending)
  expect(await takePending(db, OA, { ...pending, state: 'other' })).toBe(false)
  const all = await Promise.all(Array.from({ length: 5 }, () => takePending(db, OA, pending)))
  expect(all.filter(Boolean)).toHaveLength(1)
  expect(await readPending(db, OA)).toBeUndefined()
})

it('keeps the tokens of two Official Accounts apart', async () => {
  const db = await given()
  const second = { ...OA, bot: 2 }
  expect(await readCredential(db, second)).toBeUndefined()
  await storeTokens(db, second, pair(7))
  await noteFailure(db, second, { refreshToken: pair(7).refreshToken, failure: '-1', handedIn: undefined })
  expect(await read(db)).toMatchObject({ refreshToken: pair(1).refreshToken, failures: 0 })
  expect(await readCredential(db, second)).toMatchObject({ refreshToken: pair(7).refreshToken, failures: 1 })
})

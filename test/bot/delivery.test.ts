import { describe, expect, it } from 'vitest'
import { decide, growing, unsendable } from '#bot/delivery.ts'
import type { SendOutcome } from '#bot/platform.ts'
import type { ChatId } from '#domain/ids.ts'
import type { Claimed, OutboxKind } from '#prisma/outbox.ts'

const now = new Date('2025-03-07T01:00:00Z')
const in1s = new Date('2025-03-07T01:00:01Z')

function row(more: Partial<Claimed> = {}): Claimed {
  return {
    id: 1,
    claimedBy: 'a lane',
    kind: 'reminder',
    chat: { id: 'chat' as ChatId, externalId: '-1', group: true, active: true },
    payload: { body: { text: 'Nhắc việc', spans: [] }, choices: [] },
    attempts: 1,
    notBefore: now,
    reason: undefined,
    ...more,
  }
}
const edit = { body: { text: 'Đang gửi 9/15', spans: [] }, choices: [], edits: '7' }
const lost: SendOutcome = { state: 'uncertain', reason: 'no answer' }

describe('what becomes of an uncertain message', () => {
  const again = { again: { at: in1s, reason: 'uncertain 1: no answer', counted: true }, movedTo: undefined }
  const left = { end: { state: 'uncertain', reason: 'no answer' }, chatGone: false }
  it.each<[string, Partial<Claimed>, object]>([
    ['an answer is sent again, since a person waits', { kind: 'reply' }, again],
    ['but five times at most', { kind: 'reply', reason: 'uncertain 4: no answer' }, left],
    ['a reminder is left', { kind: 'reminder' }, left],
    ['an announcement is left', { kind: 'announcement' }, left],
    [
      'but taking one back is done again',
      { kind: 'announcement', payload: { body: { text: '', spans: [] }, choices: [], deletes: '7' } },
      again,
    ],
    ['an edit is repeated, whatever it belongs to', { kind: 'announcement', payload: edit }, again],
  ])('%s', (_, more, verdict) => {
    expect(decide(row(more), lost, now)).toEqual(verdict)
  })

  it('waits longer each time', () => {
    const reason = 'uncertain 3: ECONNRESET'
    const in8s = new Date('2025-03-07T01:00:08Z')
    expect(decide(row({ kind: 'reply', reason }), lost, now)).toMatchObject({
      again: { at: in8s, reason: 'uncertain 4: no answer' },
    })
  })
})

describe('what becomes of a message that was not sent', () => {
  it('waits as long as the network asks', () => {
    const verdict = decide(row(), { state: 'later', afterMs: 5000, reason: '429' }, now)
    expect(verdict).toMatchObject({ again: { at: new Date('2025-03-07T01:00:05Z'), counted: true } })
  })

  it('waits longer with each try', () => {
    expect([1, 2, 5, 10, 11, 29].map((failures) => growing(failures))).toEqual([
      1000, 2000, 16_000, 512_000, 600_000, 600_000,
    ])
  })

  it('is given up after thirty tries', () => {
    const later: SendOutcome = { state: 'later', afterMs: 2000, reason: '500 Internal Server Error' }
    expect(decide(row({ attempts: 29 }), later, now)).toHaveProperty('again')
    const verdict = decide(row({ attempts: 30 }), later, now)
    expect(verdict).toMatchObject({
      end: { state: 'refused', reason: 'given up after 30 tries: 500 Internal Server Error' },
    })
  })

  it('keeps its tries and its time when the platform as a whole is at fault', () => {
    const down: SendOutcome = { state: 'later', afterMs: 1000, reason: 'ECONNREFUSED', everything: true }
    const verdict = decide(row({ attempts: 30 }), down, now)
    expect(verdict).toMatchObject({ again: { at: undefined, counted: false } })
  })

  it('goes to the new address of a group that moved', () => {
    const verdict = decide(row(), { state: 'refused', reason: 'moved', movedTo: '-1002' }, now)
    expect(verdict).toMatchObject({ movedTo: '-1002', again: { at: now } })
  })

  it('ends with the reason where the network refuses', () => {
    const verdict = decide(row(), { state: 'refused', reason: 'blocked', chatGone: true }, now)
    expect(verdict).toEqual({ end: { state: 'refused', reason: 'blocked' }, chatGone: true })
  })
})

describe('what is not sent at all', () => {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  it.each<[string, Partial<Claimed>, string | undefined]>([
    ['a message to a chat that the bot left', { chat: { ...row().chat, active: false } }, 'the bot is not in the chat'],
    ['a row that cannot be read', { payload: undefined }, 'unreadable'],
    ['a reminder of yesterday: its wording is wrong today', { kind: 'reminder', notBefore: hoursAgo(13) }, 'expired'],
    ['but one of this morning', { kind: 'reminder', notBefore: hoursAgo(11) }, undefined],
    ['an answer of two days ago', { kind: 'reply', notBefore: hoursAgo(48) }, 'expired'],
    ['but an announcement of two days ago', { kind: 'announcement', notBefore: hoursAgo(48) }, undefined],
  ] satisfies [string, Partial<Claimed> & { kind?: OutboxKind }, string | undefined][])('%s', (_, more, reason) => {
    expect(unsendable(row(more), now)).toBe(reason)
  })
})

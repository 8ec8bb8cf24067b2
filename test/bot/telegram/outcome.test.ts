import { GrammyError, HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { describe as describeError, toOutcome } from '#bot/telegram/outcome.ts'
import { HttpStatusError, NetworkError } from '#bot/telegram/transport.ts'

function api(code: number, description: string, parameters = {}) {
  return new GrammyError('Call failed!', { ok: false, error_code: code, description, parameters }, 'sendMessage', {})
}
const network = (cause: unknown) => new HttpError('Network request for sendMessage failed!', cause)

describe('how a failed send ended', () => {
  it.each<[Error, object]>([
    [api(429, 'Too Many Requests: retry after 7', { retry_after: 7 }), { state: 'later', afterMs: 7000 }],
    [api(500, 'Internal Server Error'), { state: 'later', afterMs: 2000 }],
    [network(new HttpStatusError('HTTP 502 without JSON')), { state: 'later', afterMs: 2000 }],
    [network(new NetworkError('ECONNREFUSED', false)), { state: 'later', everything: true }],
    [network(new NetworkError('ECONNRESET', true)), { state: 'uncertain', reason: 'ECONNRESET' }],
    [network(new Error("Request to 'sendMessage' timed out")), { state: 'uncertain' }],
    [new TypeError('a bug'), { state: 'uncertain' }],
    [api(401, 'Unauthorized'), { state: 'later', everything: true }],
    [
      api(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1002 }),
      { state: 'refused', movedTo: '-1002' },
    ],
    [
      api(400, 'Bad Request: message is too long'),
      { state: 'refused', reason: '400 Bad Request: message is too long' },
    ],
    [api(400, 'Bad Request: message to edit not found'), { state: 'refused' }],
    [api(400, "Bad Request: message can't be edited"), { state: 'refused' }],
  ])('%s', (error, outcome) => {
    const found = toOutcome(error, undefined)
    expect(found).toMatchObject(outcome)
    expect(found).not.toHaveProperty('chatGone')
  })

  it.each([
    api(403, 'Forbidden: bot was blocked by the user'),
    api(403, 'Forbidden: bot was kicked from the supergroup chat'),
    api(403, 'Forbidden: bot is not a member of the channel chat'),
    api(403, 'Forbidden: user is deactivated'),
    api(403, "Forbidden: bot can't initiate conversation with a user"),
    api(403, 'Forbidden: the group chat was deleted'),
    api(400, 'Bad Request: chat not found'),
  ])('with the chat gone: %s', (error) => {
    expect(toOutcome(error, undefined)).toMatchObject({ state: 'refused', chatGone: true })
  })

  it('with the bot merely muted, the chat stays', () => {
    const muted = api(400, 'Bad Request: not enough rights to send text messages to the chat')
    expect(toOutcome(muted, undefined)).not.toHaveProperty('chatGone')
  })

  it('with an edit that changes nothing, it counts as sent', () => {
    const same = api(400, 'Bad Request: message is not modified: specified new message content is the same')
    expect(toOutcome(same, '7')).toEqual({ state: 'sent', messageId: '7' })
  })

  it('and nothing of it tells the token', () => {
    const cause = Object.assign(new Error('request to https://api.telegram.org/bot123:SECRET/sendMessage failed'), {
      code: 'X',
    })
    expect(JSON.stringify([toOutcome(network(cause), undefined), describeError(network(cause))])).not.toContain(
      'SECRET',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlatformName } from '#domain/messages.ts'
import { botKey } from '#domain/platforms.ts'
import { goesAnotherWay, routesInOrder, type Route, type Wish } from '#domain/routes.ts'

const at = (hour: number) => new Date(Date.UTC(2025, 2, 10, hour))
const telegram: Route = { platform: 'telegram', bot: 1, active: true, heardAt: at(1) }
const official: Route = { platform: 'zalo-oa', bot: 1, active: true, heardAt: at(3) }
const bot: Route = { platform: 'zalo-bot', bot: 1, active: true, heardAt: undefined }
const first: Route = { ...telegram, heardAt: at(4) }
const second: Route = { ...telegram, bot: 2, heardAt: at(3.5) }
const all = [telegram, official, bot]

const order = (routes: Route[], preferred?: PlatformName, down: PlatformName[] = []) =>
  routesInOrder(routes, { preferred, down: new Set(down) }).map(({ platform }) => platform)

describe('the routes of a person', () => {
  it.each<[string, PlatformName[], PlatformName | undefined, PlatformName[], Route[]]>([
    ['the one heard from last comes first', ['zalo-oa', 'telegram', 'zalo-bot'], undefined, [], all],
    ['the preferred one before it', ['telegram', 'zalo-oa', 'zalo-bot'], 'telegram', [], all],
    ['one never heard from can be preferred', ['zalo-bot', 'zalo-oa', 'telegram'], 'zalo-bot', [], all],
    ['a platform that is down comes last', ['telegram', 'zalo-bot', 'zalo-oa'], undefined, ['zalo-oa'], all],
    ['even where it is preferred', ['zalo-oa', 'zalo-bot', 'telegram'], 'telegram', ['telegram'], all],
    [
      'a chat that was left comes after it',
      ['zalo-oa', 'telegram'],
      'telegram',
      ['zalo-oa'],
      [{ ...telegram, active: false }, official],
    ],
    ['one that the person has not does not count', ['zalo-oa', 'telegram', 'zalo-bot'], 'playground', [], all],
  ])('%s', (_, expected, preferred, down, routes) => {
    expect(order(routes, preferred, down)).toEqual(expected)
  })

  it.each<[string, string[], Route[], Partial<Wish>]>([
    ['the bot of the council, though heard from longer ago', ['2', '1'], [first, second], {}],
    ['of a council without a bot: the one heard from last', ['1', '2'], [first, second], { bots: undefined }],
    ['the other bot where the person has no chat with that one', ['1'], [first], {}],
    ['the other bot where that chat was left', ['1', '2'], [first, { ...second, active: false }], {}],
    ['the other bot where that one is down', ['1', '2'], [first, second], { down: new Set(['telegram:2']) }],
    ['another platform before another bot', ['2', 'zalo-oa', '1'], [first, second, { ...official, bot: 3 }], {}],
    [
      'the preferred platform by the bot of the council',
      ['2', 'zalo-oa', '1'],
      [first, second, { ...official, bot: 3 }],
      { preferred: 'telegram' },
    ],
  ])('of two bots of a platform: %s', (_, expected, routes, wish) => {
    const found = routesInOrder(routes, {
      preferred: undefined,
      down: new Set(),
      bots: new Map([['telegram', 2]]),
      ...wish,
    })
    expect(found.map(({ platform, bot: number }) => (platform === 'telegram' ? String(number) : platform))).toEqual(
      expected,
    )
  })

  it('are all there, and the first can be used where any can', () => {
    const route = fc.record({
      platform: fc.constantFrom<PlatformName>('telegram', 'zalo-oa', 'zalo-bot'),
      bot: fc.constantFrom(1, 2),
      active: fc.boolean(),
      heardAt: fc.option(fc.date({ noInvalidDate: true }), { nil: undefined }),
    })
    const names = fc.constantFrom<PlatformName>('telegram', 'zalo-oa', 'zalo-bot')
    fc.assert(
      fc.property(
        fc.array(route),
        fc.option(names, { nil: undefined }),
        fc.array(names),
        (routes: Route[], preferred, out) => {
          const down = new Set<string>(out)
          const found = routesInOrder(routes, { preferred, down, bots: new Map([['telegram', 2]]) })
          expect(new Set(found)).toEqual(new Set(routes))
          const usable = (one: Route) => one.active && !down.has(botKey(one))
          expect(found[0] !== undefined && usable(found[0])).toBe(routes.some(usable))
        },
      ),
    )
  })
})

describe('a refused message', () => {
  it.each(['window', 'unreachable', 'quota', 'monthly-reserve', '403 Forbidden: bot was blocked by the user'])(
    'goes another way after: %s',
    (reason) => expect(goesAnotherWay(reason)).toBe(true),
  )
  it.each([
    'expired',
    'rerouted',
    'file-type',
    '-201 user_id is invalid',
    '400 message is too long',
    'media-elsewhere',
  ])('does not after: %s', (reason) => expect(goesAnotherWay(reason)).toBe(false))
})

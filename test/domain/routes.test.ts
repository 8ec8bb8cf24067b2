import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlatformName } from '#domain/messages.ts'
import { goesAnotherWay, routesInOrder, type Route } from '#domain/routes.ts'

const at = (hour: number) => new Date(Date.UTC(2025, 2, 10, hour))
const telegram: Route = { platform: 'telegram', active: true, heardAt: at(1) }
const official: Route = { platform: 'zalo-oa', active: true, heardAt: at(3) }
const bot: Route = { platform: 'zalo-bot', active: true, heardAt: undefined }
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

  it('are all there, and the first can be used where any can', () => {
    const route = fc.record({
      platform: fc.constantFrom<PlatformName>('telegram', 'zalo-oa', 'zalo-bot'),
      active: fc.boolean(),
      heardAt: fc.option(fc.date({ noInvalidDate: true }), { nil: undefined }),
    })
    const names = fc.constantFrom<PlatformName>('telegram', 'zalo-oa', 'zalo-bot')
    fc.assert(
      fc.property(fc.array(route), fc.option(names, { nil: undefined }), fc.array(names), (routes, preferred, out) => {
        const down = new Set(out)
        const found = routesInOrder(routes, { preferred, down })
        expect(new Set(found)).toEqual(new Set(routes))
        const usable = (one: Route) => one.active && !down.has(one.platform)
        expect(found[0] !== undefined && usable(found[0])).toBe(routes.some(usable))
      }),
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

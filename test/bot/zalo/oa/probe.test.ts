import { describe, expect, it } from 'vitest'
import type { Tokens } from '#bot/zalo/oa/tokens.ts'
import { rememberBot } from '#prisma/known-bots.ts'
import { OA } from '../../../support/fake-zalo-oa.ts'
import { AN, GROUP, openOa } from './open-oa.ts'

const states = (findings: { state: string }[]) => findings.map(({ state }) => state)

describe('the findings about the Official Account', () => {
  it('are well where all is', async () => {
    const { network, platform } = await openOa()
    const findings = await platform.probe()
    expect(states(findings)).toEqual(['well', 'well'])
    expect(findings[0]?.what).toBe('Zalo knows the Official Account as "Thi đua phường Thử" with the plan growth')
    expect(findings[1]?.what).toBe('the Official Account has 1 group')
    expect(network.sent).toEqual([])
  })

  it('are a fault where it is the account of another number', async () => {
    const { platform, db } = await openOa()
    await rememberBot(db, { platform: 'zalo-oa', bot: 2 }, { account: OA.id })
    expect(await platform.probe()).toMatchObject([
      { state: 'fault', what: 'this Official Account is number 2 here already, and nothing is sent' },
    ])
  })

  it('name a group that has ended, is switched off or ends soon', async () => {
    const { network, platform } = await openOa()
    const group = (name: string, more: object) => ({ name, members: { [AN]: 'Chị An' }, ...more })
    network.groups.set(GROUP, group('Đã hết', { valid_through: '06/03/2025' }))
    network.groups.set('b', group('Bị tắt', { status: 'disabled' }))
    network.groups.set('c', group('Sắp hết', { valid_through: '07/03/2025' }))
    network.groups.set('d', group('Còn lâu', { valid_through: '07/03/2026' }))
    const [, count, ...groups] = await platform.probe()
    expect(count?.what).toContain('4 groups')
    expect(groups.map(({ state, what }) => `${state}: ${what}`)).toEqual([
      'fault: the group "Đã hết" has ended or is switched off',
      'fault: the group "Bị tắt" has ended or is switched off',
      'note: the group "Sắp hết" ends in 1 days',
    ])
    expect(groups[0]?.advice).toContain('renew')
  })

  it('tell that there is no group, and that the account is not verified', async () => {
    const { network, platform } = await openOa()
    network.groups.clear()
    network.account = { ...network.account, is_verified: false }
    expect(states(await platform.probe())).toEqual(['well', 'note', 'note'])
  })

  it.each([
    [{ code: -224 } as const, 'plan', 'renew it'],
    [{ code: -223 } as const, 'permission-revoked', 'tdkt zalo authorize'],
    [{ code: -221 } as const, 'oa-gone', 'OA manager'],
    ['reset' as const, 'ECONNRESET', 'ZALO_OA_API_ROOT'],
  ])('give advice where Zalo answers %j', async (fault, reason, advice) => {
    const { network, platform } = await openOa()
    network.failNext('/v2.0/oa/getoa', fault)
    const [finding] = await platform.probe()
    expect(finding?.what).toContain(reason)
    expect(finding?.advice).toContain(advice)
  })

  it.each([{ state: 'none' } as const, { state: 'lost', failure: '-14020' } as const])(
    'ask nothing without tokens (%j)',
    async (state) => {
      const tokens = { state: () => Promise.resolve(state), stop: () => Promise.resolve() } as Partial<Tokens> as Tokens
      const { network, platform } = await openOa({ tokens })
      expect(await platform.probe()).toEqual([])
      expect(network.calls).toEqual([])
    },
  )
})

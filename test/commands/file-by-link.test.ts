import { afterEach, describe, expect, it } from 'vitest'
import type { PlatformName } from '#domain/messages.ts'
import { tidy } from '#scheduler/tidy.ts'
import { createTestApp, SECRETARY, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

const PUBLIC = 'https://bot.example'
let app: TestApp
afterEach(() => app.stop())

async function askedForTheCalendar(
  network: PlatformName,
  settings: Record<string, string> = { PUBLIC_URL: `${PUBLIC}/` },
) {
  app = await createTestApp('2025-02-20T08:00:00+07:00', { ...settings, PORT: '0' }, network)
  await app.linkedCouncil(SMALL_PLAN)
  const [answer] = await app.say(SECRETARY, '/lich')
  return answer!
}

describe('a calendar where the network takes no such file', () => {
  it.each<PlatformName>(['zalo-oa', 'zalo-bot'])('is fetched by its link for a week: %s', async (network) => {
    const { text, message } = await askedForTheCalendar(network)
    expect(message.file).toBeUndefined()
    const [link, path, name] = new RegExp(`${PUBLIC}(/files/[\\w-]+/(\\S+\\.ics))`).exec(text)!
    expect(text).toContain(`Tệp ${name}: ${link} (dùng được đến 27/02/2025)`)
    const answer = await fetch(`${app.url}${path}`)
    expect(answer.headers.get('content-disposition')).toContain(`filename="${name}"`)
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR/)
    app.now = new Date('2025-02-28T19:30:00+07:00')
    expect((await fetch(`${app.url}${path}`)).status).toBe(404)
    expect(await app.runJob(tidy)).toMatchObject({ files: 1 })
  })

  it('is told how else to get it where nothing is public', async () => {
    const { text } = await askedForTheCalendar('zalo-oa', {})
    expect(text).toMatch(/Không gửi được tệp \S+\.ics ở đây\./)
    expect(text).not.toContain('http')
  })
})

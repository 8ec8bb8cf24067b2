import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { startApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { createLogger } from '../../logger.ts'
import { launchChromium } from '../../tools/chromium.ts'
import { databaseUrl } from '../support/database.ts'

/** The whole bot with its playground, on a database of its own, and a browser to sit down in front of it. */
export interface WholeApp {
  url: string
  browser: Browser
  stop(): Promise<void>
}

/** Starts the bot without any platform token; nothing happens there by itself. */
export async function startWholeApp(chromium: string): Promise<WholeApp> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-app-'))
  const config = readConfig({ DATABASE_URL: await databaseUrl(`${folder}/council.db`), PORT: '0' })
  const app = await startApp({ config, log: createLogger('silent'), rings: false })
  const browser = await launchChromium(chromium)
  return {
    url: app.url,
    browser,
    async stop() {
      await browser.close()
      await app.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

import { findChromium, launchChromium } from './chromium.ts'
import { shoot } from './screenshots/camera.ts'
import { shootPlayground } from './screenshots/playground.ts'
import { playYear } from './screenshots/story.ts'

/** Takes the pictures in docs/images: the playground for the README, and the moments of a council's year for the guide. */
const chromium = findChromium(process.env['PATH'] ?? '')
if (!chromium) throw new Error('no chromium on the search path (Debian: apt-get install chromium)')
const browser = await launchChromium(chromium)
try {
  await shootPlayground(browser)
  const year = await playYear((stage, picture) => shoot(browser, stage, picture))
  await year.close()
} finally {
  await browser.close()
}

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { placeOf } from './place.ts'
import type { Picture } from './scene.ts'
import { smallPng } from './small-png.ts'
import type { Stage } from './stage.ts'

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url))
/** A phone's width, and a height that holds the bar. */
const PHONE = { width: 375, height: 320 }
/** What is there to write with, and what is above the picture's first message. */
const HIDDEN = '.composer, .examples, .acts, .day, .message { display: none !important }'

/** Takes a picture of a chat, as wide as a phone and as tall as what it shows. */
export async function shoot(browser: Browser, stage: Stage, picture: Picture) {
  const { name, place, from } = picture
  const { person, chat } = placeOf(place)
  const first = (await stage.find(place, from)).id
  // The page's own policy admits no style but its own.
  const look = { deviceScaleFactor: 2, colorScheme: 'light', bypassCSP: true } as const
  const page = await browser.newPage({ viewport: PHONE, ...look })
  await page.addInitScript(
    `localStorage.setItem('tdkt-playground', ${JSON.stringify(JSON.stringify({ person, chat }))})`,
  )
  await page.goto(stage.url)
  await page.locator(`#message-${first}`).waitFor()
  await page.addStyleTag({ content: HIDDEN })
  await page.addStyleTag({ content: await shown(page, first) })
  await loaded(page)
  const height = await page.evaluate<number>(
    `document.querySelector('#scroll').getBoundingClientRect().top + document.querySelector('#scroll').scrollHeight`,
  )
  await page.setViewportSize({ width: PHONE.width, height: Math.ceil(height) })
  await page.waitForFunction(`document.querySelector('#scroll').scrollTop === 0`)
  await savePicture(name, await page.screenshot())
  await page.close()
}

/** A style that shows this message and those after it. */
async function shown(page: Page, first: number): Promise<string> {
  const ids = await page.evaluate<number[]>(
    `[...document.querySelectorAll('.message')].map(({ id }) => Number(id.split('-')[1]))`,
  )
  const selectors = ids.filter((id) => id >= first).map((id) => `#message-${id}`)
  return `${selectors.join(', ')} { display: flex !important }`
}

const loaded = (page: Page) =>
  page.evaluate(`Promise.all([...document.images].filter(({ complete }) => !complete).map((image) => image.decode()))`)

/** Keeps a picture in docs/images, as few bytes as it can do with. */
export async function savePicture(name: string, png: Buffer) {
  const small = smallPng(png)
  await writeFile(path.join(IMAGES, `${name}.png`), small)
  console.log(`docs/images/${name}.png, ${Math.round(small.length / 1024)} KB`)
}

import { QUOTA_CATEGORIES } from '#domain/plan.ts'
import { barsOf, type Bar } from './picture-bars.ts'
import { COLORS, type Box, type Words } from './picture-chart.ts'
import { widthOf, wrapped } from './picture-text.ts'
import { momentText, quotaText, type MovementTable, type TallyInput } from './tally-input.ts'

/** Pixels before the picture is enlarged: as wide as a phone shows it, so that the letters stay readable there. */
export const WIDTH = 540
const MARGIN = 16
const TAGS_END = 226
const BARS_START = 232
const BAR = 20
const GAP = 10

/** A part of the picture. */
interface Part {
  boxes: Box[]
  words: Words[]
  height: number
}

/** Title, legend and the units' bars, one below the other; undefined where no unit has a quota and none said anything. */
export function layout(table: MovementTable, input: TallyInput): Part | undefined {
  const units = table.entries
    .map((entry) => ({ name: entry.unit.name, bars: barsOf(entry, table.categories, input.words) }))
    .filter(({ bars }) => bars.length > 0)
  const all = units.flatMap(({ bars }) => bars)
  if (!all.some(({ quota, count }) => quota !== undefined || count !== undefined)) return undefined
  const pixels = pixelsPerCount(all)
  const parts = [
    head(table, input),
    legend(table, input, all),
    ...units.map(({ name, bars }, index) => unitPart(name, bars, pixels, index % 2 === 0)),
  ]
  return parts.reduce(below, { boxes: [], words: [], height: 0 })
}

function below(above: Part, next: Part): Part {
  const down = <Placed extends { y: number }>(one: Placed): Placed => ({ ...one, y: one.y + above.height })
  return {
    boxes: [...above.boxes, ...next.boxes.map(down)],
    words: [...above.words, ...next.words.map(down)],
    height: above.height + next.height,
  }
}

function head({ movement, standing, categories, total }: MovementTable, input: TallyInput): Part {
  const { words, round, now } = input
  const inside = WIDTH - 2 * MARGIN
  const title = wrapped(movement.name, inside, 18, 3)
  const sums = categories.map((category) => {
    const quota = standing.limits?.[category]?.max
    const numbers = [standing.granted[category] ?? 0, ...(quota === undefined ? [] : [quota])].join('/')
    const waiting = standing.over[category]
    return `${words.category[category]}: ${numbers}${waiting ? ` (${words.picture.plus(waiting)})` : ''}`
  })
  const about = [
    round.title,
    ...(total || movement.basis !== 'quota' ? [quotaText(movement, words) ?? ''] : []),
    sums.join(' · '),
    `${words.answered(standing.answered, standing.expected)} · ${momentText(now, input)}`,
  ].flatMap((text) => wrapped(text, inside, 12.5, 2))
  const aboutY = MARGIN + title.length * 23 + 4
  return {
    boxes: [],
    words: [
      { x: MARGIN, y: MARGIN, text: title.join('\n'), style: 'title' },
      { x: MARGIN, y: aboutY, text: about.join('\n'), style: 'about' },
    ],
    height: aboutY + about.length * 18 + 6,
  }
}

/** What the colours and the short names of the categories mean; only those that occur. */
function legend({ categories }: MovementTable, { words }: TallyInput, bars: Bar[]): Part {
  const hasQuota = bars.some(({ quota }) => quota !== undefined)
  const hasBeyond = bars.some(({ quota, count }) => quota !== undefined && (count ?? 0) > quota)
  const swatches = [
    ...(hasQuota ? [{ fill: COLORS.quota, text: words.quota }] : []),
    { fill: COLORS.nominated, text: words.nominated },
    ...(hasBeyond ? [{ fill: COLORS.beyond, text: words.picture.beyond }] : []),
  ]
  const part: Part = { boxes: [], words: [], height: 52 }
  let x = MARGIN
  for (const { fill, text } of swatches) {
    part.boxes.push({ x, to: x + 22, y: 5, height: 11, fill })
    part.words.push({ x: x + 28, y: 11, text, style: 'legend' })
    x += 28 + widthOf(text, 12.5) + 14
  }
  const tags = QUOTA_CATEGORIES.filter((one) => categories.includes(one))
  const text = tags.map((category) => `${words.short[category]}: ${words.category[category].toLowerCase()}`).join(' · ')
  part.words.push({ x: MARGIN, y: 32, text, style: 'legend' })
  return part
}

/** A unit: its name, and its bars with their numbers behind them. */
function unitPart(name: string, bars: Bar[], pixels: number, striped: boolean): Part {
  const lines = wrapped(name, TAGS_END - 30 - MARGIN, 12.5, 3)
  const height = Math.max(bars.length * BAR, lines.length * 15) + GAP
  const first = (height - bars.length * BAR) / 2
  const stripe = striped ? [{ x: 0, to: WIDTH, y: 0, height, fill: COLORS.stripe }] : []
  return {
    boxes: [...stripe, ...bars.flatMap((bar, index) => barBoxes(bar, first + index * BAR, pixels))],
    words: [
      { x: MARGIN, y: height / 2 - ((lines.length - 1) * 15) / 2, text: lines.join('\n'), style: 'name' },
      ...bars.flatMap((bar, index) => barWords(bar, first + (index + 0.5) * BAR, pixels)),
    ],
    height,
  }
}

function barBoxes({ quota, count }: Bar, y: number, pixels: number): Box[] {
  const end = (number: number) => BARS_START + number * pixels
  const thin = { y: y + 6, height: BAR - 12 }
  const within = Math.min(count ?? 0, quota ?? Infinity)
  return [
    { x: BARS_START - 1, to: BARS_START, y, height: BAR, fill: COLORS.quiet },
    ...(quota
      ? [{ x: BARS_START, to: end(quota), y: y + 2, height: BAR - 4, fill: COLORS.quota, dashed: count === undefined }]
      : []),
    ...(within > 0 ? [{ x: BARS_START, to: end(within), ...thin, fill: COLORS.nominated }] : []),
    ...((count ?? 0) > within
      ? [{ x: end(within), to: end(count!), y: y + 4, height: BAR - 8, fill: COLORS.beyond }]
      : []),
  ]
}

function barWords({ quota = 0, count = 0, tag, label, alert }: Bar, y: number, pixels: number): Words[] {
  const x = BARS_START + Math.max(quota, count) * pixels + 6
  return [
    { x: TAGS_END, y, text: tag, style: 'tag' },
    { x, y, text: label, style: alert ? 'alert' : 'label' },
  ]
}

/** So that every bar has room for its label, and short ones do not grow fat. */
function pixelsPerCount(bars: Bar[]): number {
  const room = WIDTH - MARGIN - BARS_START - 6
  const fitting = bars.map(
    ({ quota = 0, count = 0, label, alert }) => (room - widthOf(label, alert ? 13.5 : 12)) / Math.max(quota, count, 1),
  )
  return Math.min(40, ...fitting)
}

import { blocksOf, type Block } from './blocks.ts'
import type { Item } from './items.ts'
import { added, emptySum, overlaps, type Sum } from './sums.ts'

/** Counts with the words that say whose they are. */
export interface Draft {
  label: Block[]
  sum: Sum
}

interface Page {
  drafts: Draft[]
  /** Lines of words above counts: the last one names them, and one that ends in a colon all that follow. */
  heading: Block | undefined
  waiting: Block | undefined
  doubt: boolean
}

/** Lines and clauses as statements: words before their counts, or behind them where a line begins with counts. */
export function draftsOf(segments: readonly (readonly Item[])[]): { drafts: Draft[]; doubt: boolean } {
  const page: Page = { drafts: [], heading: undefined, waiting: undefined, doubt: false }
  for (const segment of segments) {
    const blocks = blocksOf(segment)
    if (blocks.length > 0) addSegment(page, blocks)
    page.doubt ||= blocks.some(({ items }) => items.some(({ doubtful }) => doubtful))
  }
  const [only, more] = page.drafts
  if (page.waiting && only && !more && only.label.length === 0) only.label.push(page.waiting)
  else if (page.waiting) page.doubt = true
  return { drafts: page.drafts, doubt: page.doubt }
}

function addSegment(page: Page, blocks: Block[]) {
  const [first, second] = blocks
  if (blocks.length === 1 && first?.words) return addHeading(page, first)
  if (blocks.length === 1) return addCounts(page, first!)
  const labelled = first?.words ? before(page, blocks) : behind(page, blocks)
  const heading = first?.words?.first.rest ? page.waiting : (page.heading ?? page.waiting)
  if (page.waiting && !page.heading) page.doubt = true
  for (const draft of labelled) if (heading) draft.label.unshift(heading)
  page.waiting = undefined
  page.drafts.push(...labelled)
  if (second === undefined) page.doubt = true
}

function addHeading(page: Page, block: Block) {
  if (page.waiting) page.doubt = true
  page.heading = block.linked ? block : undefined
  page.waiting = block
}

/** Counts without words of their own belong to the line of words above, else to the statement before. */
function addCounts(page: Page, { sum }: Block) {
  const last = page.drafts.at(-1)
  if (last && !page.waiting) last.sum = added(last.sum, sum!, false)
  else page.drafts.push({ label: page.waiting ? [page.waiting] : [], sum: sum! })
  page.waiting = undefined
}

/** "CA phường 3tt 5cn, Y tế 1tt": words, then their counts. */
function before(page: Page, blocks: Block[]): Draft[] {
  const drafts: Draft[] = []
  for (const [at, block] of blocks.entries()) {
    const last = drafts.at(-1)
    if (block.sum) last!.sum = added(last!.sum, block.sum, false)
    else if (last && at === blocks.length - 1) {
      last.label.push(block)
      page.doubt = true
    } else {
      if (last && !block.parted && !overlaps(last.sum, blocks[at + 1]?.sum ?? emptySum())) page.doubt = true
      drafts.push({ label: [block], sum: emptySum() })
    }
  }
  return drafts
}

/** "3tt 5cn Công an phường": counts, then their words. Words between counts of different categories are only in between. */
function behind(page: Page, blocks: Block[]): Draft[] {
  const drafts: Draft[] = []
  for (const block of blocks) {
    const last = drafts.at(-1)
    if (block.words) last!.label.push(block)
    else if (!last || (overlaps(last.sum, block.sum!) && blocks.length % 2 === 0))
      drafts.push({ label: [], sum: block.sum! })
    else {
      last.sum = added(last.sum, block.sum!, false)
      page.doubt = true
    }
  }
  if (page.drafts.length > 0) page.doubt = true
  return drafts
}

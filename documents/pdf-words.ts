import { apply, IDENTITY } from './pdf-geometry.ts'
import type { Matrix, Point } from './pdf-geometry.ts'

export interface Glyph {
  unicode: string
  width: number
  isSpace: boolean
}

export interface PdfFont {
  name?: string
  fontMatrix?: readonly number[]
}

/** A word as it is drawn: from where to where on the page, in whatever direction. */
export interface DrawnWord {
  text: string
  start: Point
  end: Point
  size: number
  bold: boolean
}

/** More letters than any page holds. */
const MAX_GLYPHS = 100_000
/** Parts of the letters' size: how far letters of one word may stand apart, and off the line. */
const MAX_GAP = 0.18
const MAX_SHIFT = 0.12

/** How the letters of one piece of text are set: their direction on the page as a unit vector, size, weight. */
interface Setting {
  matrix: Matrix
  along: Point
  size: number
  bold: boolean
}

/** Puts letters together into words by their place on the page, whatever pieces they were drawn in. */
export class WordCollector {
  private readonly words: DrawnWord[] = []
  private open: DrawnWord | undefined
  private setting: Setting = { matrix: IDENTITY, along: [1, 0], size: 0, bold: false }
  private count = 0

  /** What comes now is set in this font and size, in the text space that `matrix` brings onto the page. */
  set(matrix: Matrix, size: number, font: PdfFont | undefined): void {
    const length = Math.hypot(matrix[0], matrix[1]) || 1
    const drawnSize = Math.abs(size) * Math.hypot(matrix[2], matrix[3])
    const bold = /bold|black|heavy|[-,]bd/i.test(font?.name ?? '')
    this.setting = { matrix, along: [matrix[0] / length, matrix[1] / length], size: drawnSize, bold }
  }

  /** A letter at `x`, `y` of the text space. */
  glyph(text: string, x: number, y: number, width: number): void {
    if (++this.count > MAX_GLYPHS || text === SOFT_HYPHEN) return
    if (text.trim() === '') {
      this.open = undefined
      return
    }
    const { matrix, size, bold } = this.setting
    const start = apply(matrix, x, y)
    const end = apply(matrix, x + width, y)
    if (!Number.isFinite(start[0] + start[1] + end[0] + end[1] + size)) return
    if (this.open && this.goesOn(this.open, start)) {
      this.open.text += text
      this.open.end = end
      return
    }
    this.open = { text, start, end, size, bold }
    this.words.push(this.open)
  }

  finish(): DrawnWord[] {
    return this.words.map((word) => ({ ...word, text: clean(word.text) })).filter(({ text }) => text !== '')
  }

  private goesOn({ end, size }: DrawnWord, next: Point): boolean {
    const [right, down] = this.setting.along
    const [dx, dy] = [next[0] - end[0], next[1] - end[1]]
    const usual = Math.max(size, this.setting.size)
    return Math.abs(dx * right + dy * down) <= usual * MAX_GAP && Math.abs(dy * right - dx * down) <= usual * MAX_SHIFT
  }
}

const SOFT_HYPHEN = '\u00ad'

/** Composed letters, ligatures as letters, bullets of symbol fonts as bullets. */
const clean = (text: string) =>
  text
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\uf0b7\uf0a7\uf0d8\uf0fc]/g, '•')
    .replace(/[\p{Cc}\u200b-\u200d\u2060\ufeff\ufffe\uffff]/gu, '')
    .normalize('NFC')

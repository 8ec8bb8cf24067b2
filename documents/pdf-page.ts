import { IDENTITY, multiply } from './pdf-geometry.ts'
import type { Matrix, PdfPage } from './pdf-geometry.ts'
import { RuleCollector } from './pdf-rules.ts'
import { turnUpright } from './pdf-turn.ts'
import { WordCollector } from './pdf-words.ts'
import type { Glyph, PdfFont } from './pdf-words.ts'

/** What is used of a page of pdf.js. */
export interface PdfJsPage {
  getViewport: (options: { scale: number }) => { width: number; height: number; transform: number[] }
  getOperatorList: () => Promise<OperatorList>
  commonObjs: { has: (id: string) => boolean; get: (id: string) => PdfFont }
  cleanup: () => unknown
}

export interface OperatorList {
  fnArray: number[]
  argsArray: unknown[]
}

/** The numbers of the drawing operators by their names in pdf.js. */
export type Operators = Readonly<Record<string, number>>

interface TextState {
  ctm: Matrix
  font: PdfFont | undefined
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
}

/** The words and ruling lines of a page, from what it draws: one list serves both, and gives every letter its exact place. */
export function readPage(page: PdfJsPage, { fnArray, argsArray }: OperatorList, operators: Operators): PdfPage {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const names = new Map(Object.entries(operators).map(([name, code]) => [code, name]))
  const drawing = new Drawing(page, transform as unknown as Matrix)
  fnArray.forEach((code, i) => drawing.draw(names.get(code) ?? '', (argsArray[i] ?? []) as never[]))
  return turnUpright({ width, height, words: drawing.words.finish(), rules: drawing.rules.found })
}

/** Follows the operators of a page (ISO 32000-1, 8.4 and 9.3 to 9.4) as far as they place text and lines. */
class Drawing {
  readonly words = new WordCollector()
  readonly rules = new RuleCollector()
  private readonly page: PdfJsPage
  private readonly base: Matrix
  private state: TextState
  private readonly saved: TextState[] = []
  private textMatrix: Matrix = IDENTITY
  private x = 0
  private y = 0
  private lineX = 0
  private lineY = 0

  constructor(page: PdfJsPage, base: Matrix) {
    this.page = page
    this.base = base
    const spacing = { charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 }
    this.state = { ctm: base, font: undefined, size: 0, ...spacing }
  }

  draw(operator: string, args: readonly never[]): void {
    this.actions[operator]?.(...args)
  }

  private readonly actions: Record<string, (...args: never[]) => void> = {
    save: () => this.save(),
    restore: () => this.restore(),
    transform: (...matrix: number[]) => this.transform(matrix as unknown as Matrix),
    paintFormXObjectBegin: (matrix: Matrix | null) => {
      this.save()
      if (matrix) this.transform(matrix)
    },
    paintFormXObjectEnd: () => this.restore(),
    beginAnnotation: (_id: unknown, _rect: unknown, transform: Matrix, matrix: Matrix) => {
      this.save()
      this.state.ctm = multiply(multiply(this.base, transform), matrix)
    },
    endAnnotation: () => this.restore(),
    setGState: (entries: [string, unknown][]) => {
      for (const [name, value] of entries) if (name === 'Font') this.setFont(...(value as [string, number]))
    },
    constructPath: (paint: number, data: (Float32Array | null)[]) =>
      this.rules.path(paint, data[0] ?? undefined, this.state.ctm),
    beginText: () => this.setTextMatrix(IDENTITY),
    setTextMatrix: (matrix: Matrix) => this.setTextMatrix(matrix),
    setFont: (id: string, size: number) => this.setFont(id, size),
    setCharSpacing: (spacing: number) => void (this.state.charSpacing = spacing),
    setWordSpacing: (spacing: number) => void (this.state.wordSpacing = spacing),
    setHScale: (percent: number) => void (this.state.scale = percent / 100),
    setLeading: (leading: number) => void (this.state.leading = -leading),
    setTextRise: (rise: number) => void (this.state.rise = rise),
    moveText: (x: number, y: number) => this.moveText(x, y),
    setLeadingMoveText: (x: number, y: number) => {
      this.state.leading = y
      this.moveText(x, y)
    },
    nextLine: () => this.moveText(0, this.state.leading),
    showText: (glyphs: (Glyph | number)[]) => this.showText(glyphs),
  }

  private save(): void {
    // A page that saves without end gains nothing by it.
    if (this.saved.length < 10_000) this.saved.push({ ...this.state })
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  private transform(matrix: Matrix): void {
    this.state.ctm = multiply(this.state.ctm, matrix)
  }

  private setTextMatrix(matrix: Matrix): void {
    this.textMatrix = matrix
    this.x = this.y = this.lineX = this.lineY = 0
  }

  private setFont(id: string, size: number): void {
    this.state.font = this.page.commonObjs.has(id) ? this.page.commonObjs.get(id) : undefined
    this.state.size = size
  }

  private moveText(x: number, y: number): void {
    this.x = this.lineX += x
    this.y = this.lineY += y
  }

  private showText(glyphs: readonly (Glyph | number)[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise, ctm } = this.state
    this.words.set(multiply(ctm, this.textMatrix), size, font)
    const unit = font?.fontMatrix?.[0] ?? 0.001
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.x -= ((glyph * size) / 1000) * scale
        continue
      }
      const width = glyph.width * unit * size * scale
      this.words.glyph(glyph.unicode, this.x, this.y + rise, width)
      this.x += width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale
    }
  }
}

import { describe, expect, it } from 'vitest'
import { gridsOf } from '#documents/pdf-grid.ts'
import type { Rule, Word } from '#documents/pdf-geometry.ts'
import { linesOf } from '#documents/pdf-lines.ts'
import { withoutMargins } from '#documents/pdf-margins.ts'
import { turnUpright } from '#documents/pdf-turn.ts'

const across = (y: number, x0: number, x1: number): Rule => ({ x0, y0: y, x1, y1: y })
const down = (x: number, y0: number, y1: number): Rule => ({ x0: x, y0, x1: x, y1 })
const word = (text: string, x0: number, y: number): Word => ({
  text,
  x0,
  x1: x0 + text.length * 6,
  y,
  size: 12,
  bold: false,
})

describe('the lines of a page', () => {
  it('draw a table whose missing inner lines merge cells', () => {
    const rules = [across(0, 0, 200), across(20, 0, 100), across(40, 0, 200), down(0, 0, 40), down(100, 0, 40)]
    const [grid, ...others] = gridsOf([...rules, down(200, 0, 40)])

    expect(others).toEqual([])
    expect(grid).toMatchObject({ xs: [0, 100, 200], ys: [0, 20, 40] })
    expect(grid!.cellOf(1, 0)).toBe(grid!.cellOf(1, 1))
    expect(grid!.cellOf(0, 0)).not.toBe(grid!.cellOf(0, 1))
  })

  it('draw none where they only underline', () => {
    expect(gridsOf([across(10, 0, 80), across(60, 0, 80)])).toEqual([])
  })

  it('close a table at their ends, cut at the end of the page or open at its sides', () => {
    const [grid] = gridsOf([across(0, 0, 300), across(20, 0, 300), down(100, 0, 50), down(200, 0, 50)])

    expect(grid).toMatchObject({ xs: [0, 100, 200, 300], ys: [0, 20, 50] })
  })
})

describe('words', () => {
  it('are put together from letters of two fonts, and stand apart at spaces', () => {
    const pieces = [word('Th', 0, 10), word('i đua', 22, 10), { ...word('ờ', 12, 10) }, { ...word('i', 18, 10) }]

    expect(linesOf(pieces).map(({ text }) => text)).toEqual(['Thời i đua'])
  })

  it('are turned upright with their page, and stamps across it are left out', () => {
    const drawn = (text: string, start: readonly [number, number], end: readonly [number, number]) => ({
      text,
      start,
      end,
      size: 12,
      bold: false,
    })
    const words = [drawn('Thi', [580, 10], [580, 30]), drawn('đua', [560, 10], [560, 30])]
    const page = turnUpright({ width: 600, height: 800, words: [...words, drawn('MẬT', [0, 0], [50, 50])], rules: [] })

    expect(page).toMatchObject({ width: 800, height: 600 })
    expect(linesOf(page.words).map(({ text }) => text)).toEqual(['Thi', 'đua'])
  })
})

describe('the margins of pages', () => {
  it('lose page numbers and what comes again on every page, and nothing else', () => {
    const pages = [1, 2, 3].map((number) => ({
      height: 800,
      lines: linesOf([
        word(`${number}`, 300, 30),
        word('UBND', 50, 40),
        word(`Trang${number}`, 50, 400),
        word('15', 50, 500),
      ]),
    }))

    expect(withoutMargins(pages).map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      ['Trang1', '15'],
      ['Trang2', '15'],
      ['Trang3', '15'],
    ])
  })
})

import type { TopLevelSpec } from 'vega-lite'

export const FONT = 'DejaVu Sans'
/** Apart in brightness as well as in hue, so that they differ for every eye and on paper. */
export const COLORS = {
  stripe: '#f4f6f9',
  quota: '#c6d5ea',
  nominated: '#1f4e8c',
  beyond: '#e08214',
  text: '#1a1a1a',
  quiet: '#5a5a5a',
}

const STYLES = {
  title: { fontSize: 18, fontWeight: 'bold', baseline: 'top', lineHeight: 23, color: COLORS.text },
  about: { fontSize: 12.5, baseline: 'top', lineHeight: 18, color: COLORS.quiet },
  legend: { fontSize: 12.5, baseline: 'middle', color: COLORS.text },
  name: { fontSize: 12.5, baseline: 'middle', lineHeight: 15, color: COLORS.text },
  tag: { fontSize: 11, align: 'right', baseline: 'middle', color: COLORS.quiet },
  label: { fontSize: 12, baseline: 'middle', color: COLORS.text },
  alert: { fontSize: 12, fontWeight: 'bold', baseline: 'middle', color: COLORS.text },
} as const

/** A text at its place; lines are parted by "\n". */
export interface Words {
  x: number
  y: number
  text: string
  style: keyof typeof STYLES
}

/** A filled box; `dashed` ones have a broken outline. */
export interface Box {
  x: number
  to: number
  y: number
  height: number
  fill: string
  dashed?: boolean
}

/** The chart of these boxes (the later above the earlier) and texts, all in pixels from the upper left corner. */
export function chart(boxes: Box[], words: Words[], width: number, height: number): TopLevelSpec {
  const at = (field: string, size: number) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, size], range: [0, size], nice: false, zero: false },
    axis: null,
  })
  const values = boxes.map((box) => ({ ...box, bottom: box.y + box.height }))
  const spot = { x: at('x', width), y: at('y', height) }
  const filled = { ...spot, x2: { field: 'to' }, y2: { field: 'bottom' }, fill: { field: 'fill', scale: null } }
  const styles = Object.keys(STYLES) as (keyof typeof STYLES)[]
  return {
    width,
    height,
    padding: 0,
    autosize: 'none',
    background: 'white',
    config: { font: FONT, view: { stroke: null } },
    layer: [
      { data: { values: values.filter(({ dashed }) => !dashed) }, mark: { type: 'rect' }, encoding: filled },
      {
        data: { values: values.filter(({ dashed }) => dashed) },
        mark: { type: 'rect', stroke: COLORS.quiet, strokeDash: [3, 3], strokeWidth: 1 },
        encoding: filled,
      },
      ...styles.map((style) => ({
        data: { values: words.filter((one) => one.style === style) },
        mark: { type: 'text' as const, align: 'left' as const, lineBreak: '\n', ...STYLES[style] },
        encoding: { ...spot, text: { field: 'text' } },
      })),
    ],
  }
}

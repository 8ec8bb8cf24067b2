import { createRequire } from 'node:module'
import type { RoundMovement } from '#domain/rounds/round.ts'
import { chart, FONT } from './picture-chart.ts'
import { layout, WIDTH } from './picture-layout.ts'
import { movementTables, type TallyInput } from './tally-input.ts'

/** Phones show it smaller than it is, and people enlarge it. */
const SCALE = 2
const require = createRequire(import.meta.url)

/**
 * A PNG picture of one movement: quota against nominations of each unit by category, in the order of the plan, 1080 pixels wide. Undefined where
 * there is nothing to draw. The libraries are loaded with the first picture.
 */
export async function tallyPicture(input: TallyInput, { id }: RoundMovement): Promise<Uint8Array | undefined> {
  const svg = await tallySvg(input, id)
  if (svg === undefined) return undefined
  const { Resvg } = await import('@resvg/resvg-js')
  const picture = new Resvg(svg, {
    // Only the fonts that come along: the same picture on every machine. Text without a font would vanish silently.
    font: {
      loadSystemFonts: false,
      defaultFontFamily: FONT,
      fontFiles: [
        require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
        require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
      ],
    },
    fitTo: { mode: 'zoom', value: SCALE },
  })
  return new Uint8Array(picture.render().asPng())
}

async function tallySvg(input: TallyInput, id: RoundMovement['id']): Promise<string | undefined> {
  const table = movementTables(input.standing).find(({ movement }) => movement.id === id)
  const part = table && layout(table, input)
  if (!part) return undefined
  const [{ compile }, { parse, View }] = await Promise.all([import('vega-lite'), import('vega')])
  const { spec } = compile(chart(part.boxes, part.words, WIDTH, part.height + 16))
  const view = new View(parse(spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  return svg
}

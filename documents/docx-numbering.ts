import { tagsOf } from './xml-tags.ts'

export interface Level {
  start: number
  format: string
  /** "%1.%2)": `%1` is the number of the first level. */
  text: string
  legal: boolean
}

/** A list of a document and the levels that it defines again. */
export interface List {
  definition: string
  starts: Map<number, number>
}

export interface NumberRef {
  list: string
  level: number
}

export interface Numbering {
  levels: Map<string, Level[]>
  /** Definitions that only name the list style which holds the definition. */
  links: Map<string, string>
  lists: Map<string, List>
  /** The numbering that a paragraph style gives, directly or by the style it is based on. */
  ofStyle: (styleId: string) => NumberRef | undefined
}

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', legal: false })

/** The automatic numbering of a Word document (ECMA-376 17.9), from its numbering and styles parts (empty where it has none). */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const levels = new Map<string, Level[]>()
  const links = new Map<string, string>()
  const lists = new Map<string, List>()
  let level: Level | undefined
  let definition: Level[] = []
  let id = ''
  let list: List | undefined
  let overridden = 0
  for (const { name, opens, attribute } of tagsOf(numberingXml)) {
    if (!opens) continue
    const value = attribute('val') ?? ''
    if (name === 'abstractNum') levels.set((id = attribute('abstractNumId') ?? ''), (definition = []))
    else if (name === 'numStyleLink') links.set(id, value)
    else if (name === 'lvl' && !list) definition[Number(attribute('ilvl') ?? 0)] = level = newLevel()
    else if (name === 'start' && level && !list) level.start = Number(value)
    else if (name === 'numFmt' && level && !list) level.format = value
    else if (name === 'lvlText' && level && !list) level.text = value
    else if (name === 'isLgl' && level && !list) level.legal = true
    else if (name === 'num') lists.set(attribute('numId') ?? '', (list = { definition: '', starts: new Map() }))
    else if (name === 'abstractNumId' && list) list.definition = value
    else if (name === 'lvlOverride') overridden = Number(attribute('ilvl') ?? 0)
    else if (name === 'startOverride') list?.starts.set(overridden, Number(value))
  }
  return { levels, links, lists, ofStyle: readStyles(stylesXml) }
}

function readStyles(xml: string): Numbering['ofStyle'] {
  const styles = new Map<string, { base?: string; list?: string; level?: number }>()
  let style: { base?: string; list?: string; level?: number } = {}
  for (const { name, opens, attribute } of tagsOf(xml)) {
    if (!opens) continue
    if (name === 'style') styles.set(attribute('styleId') ?? '', (style = {}))
    else if (name === 'basedOn') style.base = attribute('val') ?? ''
    else if (name === 'numId') style.list = attribute('val') ?? ''
    else if (name === 'ilvl') style.level = Number(attribute('val') ?? 0)
  }
  return (styleId) => {
    let level: number | undefined
    let id = styleId
    for (let hops = 0; hops < 20; hops++) {
      const found = styles.get(id)
      level ??= found?.level
      if (found?.list !== undefined) return { list: found.list, level: level ?? 0 }
      if (!found?.base) return undefined
      id = found.base
    }
    return undefined
  }
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const LEVELS = 9

/**
 * The numbering part as it is given to mammoth, which keeps of a paragraph's list only what its level says, and of a level only kind and
 * paragraph style: here the style's name says which list and level it is. `refOf` reads it back.
 */
export function numberingForMammoth({ lists }: Numbering): string {
  const ids = ['0', ...lists.keys()].filter((id) => /^\d+$/.test(id))
  const levels = (id: string) =>
    Array.from({ length: LEVELS }, (_, i) => `<w:lvl w:ilvl="${i}"><w:pStyle w:val="list ${id} ${i}"/></w:lvl>`)
  return [
    `<w:numbering xmlns:w="${NAMESPACE}">`,
    ...ids.map((id) => `<w:abstractNum w:abstractNumId="${id}">${levels(id).join('')}</w:abstractNum>`),
    ...ids.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`),
    '</w:numbering>',
  ].join('')
}

/** The list and level that a style name of `numberingForMammoth` says. */
export function refOf(styleName: string | undefined): NumberRef | undefined {
  const found = /^list (\d+) (\d+)$/.exec(styleName ?? '')
  return found ? { list: found[1]!, level: Number(found[2]) } : undefined
}

import { FIGURES, type Figure } from './figures.ts'
import { spell, type Spelling } from './spelling.ts'

/** A word, a figure, a mark or a line's end, where it stands in the cleaned text. */
export interface Token extends Spelling {
  kind: 'word' | 'figure' | 'mark' | 'line'
  text: string
  from: number
  to: number
  /** Nothing stands between it and the token before. */
  glued: boolean
  figure: Figure | undefined
}

/** NFC, full-width signs as ASCII, no invisible signs: the text that positions refer to. */
export const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u20e3\u3000\u00a0]/g, ' ')
    .replace(/[\p{Cf}\ufe0f]/gu, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')

const WORD = /(?:[\p{L}\p{M}\p{Nl}\p{No}]|(?!\d)\p{Nd})+/uy
const ARROW = /(?:=|-)+>|→|➔|⇒/y

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const spaces = matchAt(/[^\S\n]+/y, text, at)
    at += spaces.length
    const next = at < text.length ? tokenAt(text, at) : undefined
    if (!next) break
    tokens.push({ ...next, ...spell(next.text), from: at, to: at + next.text.length, glued: spaces === '' && at > 0 })
    at += next.text.length
  }
  return tokens
}

function tokenAt(text: string, at: number): Pick<Token, 'kind' | 'text' | 'figure'> {
  if (text[at] === '\n') return { kind: 'line', text: '\n', figure: undefined }
  for (const { kind, pattern } of FIGURES) {
    const found = matchAt(pattern, text, at)
    if (found) return { kind: 'figure', text: found, figure: kind }
  }
  const word = matchAt(WORD, text, at)
  if (word) return { kind: 'word', text: word, figure: undefined }
  const mark = matchAt(ARROW, text, at) || String.fromCodePoint(text.codePointAt(at)!)
  return { kind: 'mark', text: mark, figure: undefined }
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

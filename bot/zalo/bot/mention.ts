/** Names as the network makes them: each begins with "Bot", and a message picks one from a list. */
const SHOWN_NAME = /^@([Bb]ot(?:\s+[^\s/@][^\s@]*){1,7})\s+\/\p{L}/u
const LONGEST_NAME = 40
/** Where the name is not known: "Bot" and the capitalised words behind it. */
const LIKELY_NAME = /^@[Bb]ot(?:\s+\p{Lu}[\p{L}\p{M}\p{N}]*)*(?![\p{L}\p{M}\p{N}])/u

/** A text without the bot's name, and whether it was there. */
export interface Mentioned {
  text: string
  named: boolean
}

/**
 * Takes the mention of the bot out of a text: at its beginning by one of the names that are known (the longest that fits), in the middle as well,
 * and else by what looks like a bot's name. `names` are without the "@".
 */
export function readMention(original: string, names: string[]): Mentioned {
  const text = original.normalize('NFC').trim()
  const known = names.toSorted((a, b) => b.length - a.length).map(patternOf)
  for (const name of [...known.map((name) => `^${name}`), ...known.map((name) => `(?<![\\p{L}\\p{N}])${name}`)]) {
    const found = new RegExp(name, 'iu').exec(text)
    if (found) return { text: without(text, found.index, found[0].length), named: true }
  }
  const likely = LIKELY_NAME.exec(text)
  return likely ? { text: without(text, 0, likely[0].length), named: true } : { text, named: false }
}

/** The bot's name as a text shows it, between the "@" and the slash of a command; undefined where it shows none. */
export function shownName(text: string): string | undefined {
  const name = SHOWN_NAME.exec(text.normalize('NFC').trim())?.[1]
    ?.replace(/\s+/g, ' ')
    .replace(/[,:;.]+$/, '')
  return name !== undefined && name.length <= LONGEST_NAME ? name : undefined
}

/** A name followed by neither letter nor digit, whatever gaps it has. */
function patternOf(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/)
  return `@${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`
}

function without(text: string, at: number, length: number): string {
  const before = text.slice(0, at).trimEnd()
  const after = text.slice(at + length).replace(/^[\s,:]+/, '')
  return `${before} ${after}`.trim()
}

import type { Inbound } from '#domain/messages.ts'

type Said = Pick<Extract<Inbound['event'], { kind: 'text' }>, 'text' | 'addressed'>

/** The end of a word, for letters of any language. */
const END = '(?![\\p{L}\\p{N}])'
const PAUSE = '[\\s,:;.!-]*'
/** How people call the bot where they do not pick its name: "@bot", "bot, ...", "bot ơi". */
const CALLED = new RegExp(`^(?:@bot${END}|bot(?=\\s*[,:]|\\s+ơi${END}))(?:\\s+ơi${END})?${PAUSE}`, 'iu')

/** How a text of a group is addressed to the bot, without the bot's name. `name`: the Official Account's, where it is known. */
export function addressing(said: string, name: string | undefined): Said {
  const text = said.normalize('NFC').trim()
  const called = withoutName(text, name)
  const words = called ?? text
  if (words.startsWith('/')) return { text: withoutNameBehind(words, name), addressed: 'command' }
  return called === undefined ? { text, addressed: 'overheard' } : { text: called, addressed: 'mention' }
}

function withoutName(text: string, name: string | undefined): string | undefined {
  const patterns = [...(name ? namePatterns(literal(name)) : []), CALLED]
  const pattern = patterns.find((one) => one.test(text))
  return pattern && text.replace(pattern, '').trim()
}

/** The name picked from the list, or called as people call each other: "Name ơi", "Name, ...". */
const namePatterns = (name: string): RegExp[] => [
  new RegExp(`^@${name}${END}(?:\\s+ơi${END})?${PAUSE}`, 'iu'),
  new RegExp(`^${name}(?:\\s+ơi${END}|(?=\\s*[,:]))${PAUSE}`, 'iu'),
]

/** "/viec@Name quý này" and "/viec @Name quý này" are "/viec quý này". */
function withoutNameBehind(command: string, name: string | undefined): string {
  if (!name) return command
  return command.replace(new RegExp(`^(/[\\p{L}\\p{N}_]+)\\s*@${literal(name)}${END}${PAUSE}`, 'iu'), '$1 ').trim()
}

function literal(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

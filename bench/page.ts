/** A page of sections under headings of the second level, each by its title. */
export interface Page {
  /** What stands before the first one. */
  head: string
  sections: Map<string, string>
}

/** Takes a page apart; what it does not have is empty. */
export function readPage(text: string): Page {
  const [head = '', ...parts] = text.split(/^## /m)
  const sections = parts.map((part): [string, string] => {
    const [title = '', ...lines] = part.split('\n')
    return [title, lines.join('\n').trim()]
  })
  return { head: head.trim(), sections: new Map(sections) }
}

/** Puts a page together with its sections in the order of these titles; those of other titles are gone. */
export function writePage({ head, sections }: Page, titles: readonly string[]): string {
  const parts = titles.flatMap((title) => {
    const body = sections.get(title)
    return body === undefined ? [] : [`## ${title}\n\n${body}\n`]
  })
  return [`${head}\n`, ...parts].join('\n')
}

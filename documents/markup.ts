const TAGS =
  /<\/?(?:b|strong|i|em|u|s|p|ul|ol|li|br|span|div|font|sup|sub|small|center|h[1-6]|table|thead|tbody|tr|td|th)(?:\s[^<>]{0,300})?\/?>/gi
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" }

/** Text without HTML tags, entities, Markdown emphasis and invisible characters. Tabs stay: they part the cells of a table. */
export function stripMarkup(text: string): string {
  return stripInvisible(text)
    .replace(TAGS, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/[^\S\t]/g, ' ')
    .replace(/\*\*|__/g, '')
    .replace(/(?<!\()\*(?!\))/g, '')
    .replace(/\\([-.#*_|()[\]])/g, '$1')
}

/** Text without characters that nobody sees: zero-width ones, soft hyphens, byte order marks. */
export const stripInvisible = (text: string): string => text.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')

/** Text as it is compared and shown: white space single, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Text without white space and these signs at its end. */
export function trimTail(text: string, signs = ':.;,'): string {
  let end = text.length
  while (end > 0 && (signs.includes(text[end - 1]!) || text[end - 1]!.trim() === '')) end--
  return text.slice(0, end)
}

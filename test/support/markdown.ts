/** A page without what stands in its blocks of code. */
const withoutCode = (page: string) => page.replace(/^ *```[\s\S]*?^ *```$/gm, '')

/** Where the links of a page lead, pictures included, those to other sites left out. */
export function localLinks(page: string): string[] {
  const targets = [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!)
  return targets.filter((target) => !/^[a-z]+:/.test(target))
}

/** The names by which a page's headings are linked, as GitHub gives them. */
export function anchors(page: string): string[] {
  return [...withoutCode(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
}

/** The lines in a page's blocks of code, without indentation, comments and empty ones. */
export function codeLines(page: string): string[] {
  const blocks = [...page.matchAll(/^ *```\n([\s\S]*?)^ *```$/gm)].map(([, block]) => block!)
  return blocks.flatMap((block) => block.split('\n').map((line) => line.replace(/\s+# .*$/, '').trim())).filter(Boolean)
}

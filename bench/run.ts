import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { format, resolveConfig } from 'prettier'
import { readPage, writePage } from './page.ts'
import { SECTIONS } from './sections/list.ts'

const PAGE = new URL('../docs/benchmarks.md', import.meta.url)
const HEAD = `# Benchmarks

Made by \`npm run bench\` on Node ${process.versions.node}, ${availableParallelism()} cores. Milliseconds hold for the machine they were measured on; the ratios for any.
\`npm run bench -- ${SECTIONS.map(({ name }) => name).join('|')}\` measures one section anew and leaves the others as they are.`

/** Measures the sections that are named, or all, and writes them into the page as each is done. */
async function run(names: string[]) {
  const unknown = names.filter((name) => SECTIONS.every((section) => section.name !== name))
  if (unknown.length > 0)
    throw new Error(`no such section: ${unknown.join(', ')}; there are ${SECTIONS.map(({ name }) => name).join(', ')}`)
  const chosen = SECTIONS.filter(({ name }) => names.length === 0 || names.includes(name))
  for (const { title, measure } of chosen) {
    const begun = performance.now()
    const body = await measure()
    const { sections } = readPage(readFileSync(PAGE, 'utf8'))
    const page = writePage(
      { head: HEAD, sections: sections.set(title, body) },
      SECTIONS.map((section) => section.title),
    )
    writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }))
    console.log(`## ${title} (${((performance.now() - begun) / 1000).toFixed(0)} s)\n\n${body}\n`)
  }
}

await run(process.argv.slice(2))

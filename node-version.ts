import { readFileSync } from 'node:fs'

/** What is wrong with the version of Node that runs the program, in one line; undefined: nothing. `range`: of the form `>=20.19 <24`. */
export function nodeFault(version: string, range: string): string | undefined {
  const [least = '', below = ''] = range.split(' ').map((bound) => bound.replace(/^[<>=]+/, ''))
  if (compare(version, least) >= 0 && compare(version, below) < 0) return undefined
  return `Node ${version} cannot run this program: it needs Node ${least} or later, and earlier than ${below}`
}

/** The versions of Node that package.json names. */
export function neededNode(): string {
  const file = readFileSync(new URL('./package.json', import.meta.url), 'utf8')
  return (JSON.parse(file) as { engines: { node: string } }).engines.node
}

function compare(one: string, other: string): number {
  const numbers = (version: string) => version.split('.').map(Number)
  const others = numbers(other)
  for (const [at, number] of numbers(one).entries()) {
    const difference = number - (others[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

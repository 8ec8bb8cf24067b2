import { format } from 'prettier'
import { ALLOWED, type Package } from './licences.ts'

/** docs/dependencies.md: what is installed with the bot, under which licences. */
export function dependenciesPage(packages: readonly Package[]): Promise<string> {
  const [direct, others] = [packages.filter((one) => one.direct), packages.filter((one) => !one.direct)]
  const of = (reason: Package['reason']) => others.filter((one) => one.reason === reason)
  return format(
    [
      '# Dependencies and their licences',
      '',
      'Made by `npm run licences` from package-lock.json; a test fails when it is not up to date, or when a licence is not in the list of `tools/licences.ts`. The bot itself is under the MIT licence.',
      '',
      `An installation without tools for developing (\`npm ci --omit=dev\`) has ${packages.length} packages: ${direct.length} that the bot asks for, ${of('needed').length} that these need, ${of('other system').length} for some operating systems only, of which each machine gets its own few, and ${of('comes along').length} that come along as optional partners (the command line of Prisma) and are not loaded by a running bot.`,
      '',
      '## Known weaknesses',
      '',
      'Look before each release, and whenever a notice comes, on a machine that reaches the public registry:',
      '',
      '```sh',
      'npm audit --omit=dev',
      'npm audit signatures',
      '```',
      '',
      'The versions are exact (package-lock.json), so that nothing changes between two installations. An update is a change of its own: `npm install NAME@VERSION`, `npm run check`, `npm run licences`.',
      '',
      '## By licence',
      '',
      '| licence | packages | asks |',
      '| --- | ---: | --- |',
      ...byLicence(packages),
      '',
      '## What the bot asks for',
      '',
      ...table(direct),
      '',
      '## What these need',
      '',
      ...table(of('needed')),
      '',
      '## For some operating systems only',
      '',
      ...table(of('other system')),
      '',
      '## What comes along',
      '',
      ...table(of('comes along')),
    ].join('\n'),
    { parser: 'markdown' },
  )
}

const table = (packages: readonly Package[]) => [
  '| package | version | licence |',
  '| --- | --- | --- |',
  ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
]

function byLicence(packages: readonly Package[]): string[] {
  const counts = new Map<string, number>()
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1)
  const asks = (licence: string) => {
    const parts = licence.replaceAll(/[()]/g, '').split(/ (?:or|and) /i)
    return [...new Set(parts.map((one) => ALLOWED[one] ?? `${one} is not chosen`))].join('; ')
  }
  return [...counts]
    .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
    .map(([licence, count]) => `| ${licence} | ${count} | ${asks(licence)} |`)
}

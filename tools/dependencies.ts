// Writes docs/dependencies.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { dependenciesPage } from './dependencies-page.ts'
import { packagesIn } from './licences.ts'

const at = (file: string) => new URL(`../${file}`, import.meta.url)
const lock: unknown = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'))
writeFileSync(at('docs/dependencies.md'), await dependenciesPage(packagesIn(lock)))

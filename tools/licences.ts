import { z } from 'zod'

/** The licences that a package may have, and what they ask of whoever uses or passes the bot on. */
export const ALLOWED: Readonly<Record<string, string>> = {
  MIT: 'keep the notice',
  ISC: 'keep the notice',
  '0BSD': 'nothing',
  'BSD-2-Clause': 'keep the notice',
  'BSD-3-Clause': 'keep the notice; do not advertise with the authors',
  'Apache-2.0': 'keep the notice; say what was changed in its files',
  'BlueOak-1.0.0': 'keep the notice',
  Zlib: 'do not claim to have written it',
  Unlicense: 'nothing: public domain',
  WTFPL: 'nothing',
  'PSF-2.0': 'keep the notice',
  'CC-BY-3.0': 'name the source: the list of holidays',
  'MPL-2.0': 'publish changes of its own files; it is used unchanged',
  'EPL-2.0': 'publish changes of its own files; it is not loaded by the bot',
  'Bitstream-Vera': 'keep the notice; do not sell the fonts alone, or changed ones under their name',
}

/** What packages say that no list of licences knows, and what their licence files say. */
const READ: Readonly<Record<string, { says: string; is: string }>> = {
  'dejavu-fonts-ttf': { says: 'SEE LICENSE IN README.md AND LICENSE', is: 'Bitstream-Vera' },
  duck: { says: 'BSD', is: 'BSD-2-Clause' },
  'seq-queue': { says: '', is: 'MIT' },
}

/** Why a package is there: the bot needs it, another system would, or an optional partner of one of them brings it. */
export type Reason = 'needed' | 'other system' | 'comes along'

export interface Package {
  name: string
  version: string
  licence: string
  direct: boolean
  reason: Reason
}

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

/** All packages that an installation without tools for developing has, from package-lock.json, each version once, by name. */
export function packagesIn(lock: unknown): Package[] {
  const { packages } = Lock.parse(lock)
  const direct = packages['']?.dependencies ?? {}
  const found = new Map<string, Package>()
  for (const [path, { version = '', license = '', dev, optional, devOptional }] of Object.entries(packages)) {
    if (path === '' || dev) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const read = READ[name]
    const licence = read?.says === license ? read.is : license
    const reason = devOptional ? 'comes along' : optional ? 'other system' : 'needed'
    const one = { name, version, licence, direct: path === `node_modules/${name}` && name in direct, reason } as const
    if (found.get(`${name} ${version}`)?.reason !== 'needed') found.set(`${name} ${version}`, one)
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Whether a licence is allowed: of alternatives one, of several at once each. An unknown one is not. */
export function isAllowed(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, '')
  return plain.split(/ or /i).some((one) => one.split(/ and /i).every((part) => part in ALLOWED))
}

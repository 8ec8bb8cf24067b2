import { expect, it } from 'vitest'
import { neededNode, nodeFault } from '../../node-version.ts'

it.each(['20.19.0', '20.20.2', '22.0.0', '23.11.1'])('runs on Node %s', (version) => {
  expect(nodeFault(version, '>=20.19 <24')).toBeUndefined()
})

it.each(['18.20.8', '20.18.3', '24.0.0', '26.1.0'])('says in one line that it does not run on Node %s', (version) => {
  const told = `Node ${version} cannot run this program: it needs Node 20.19 or later, and earlier than 24`
  expect(nodeFault(version, '>=20.19 <24')).toBe(told)
})

it('runs on the Node that it is tested with, by its package.json', () => {
  expect(nodeFault(process.versions.node, neededNode())).toBeUndefined()
})

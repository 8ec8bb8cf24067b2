import type { Group, Party, Person } from '../cast.ts'
import { converse, type Dialogue } from '../dialogue.ts'
import type { World } from '../world.ts'

const DAY = 86_400_000

/** The bot is thrown out of a group, and is let in again some days later. Half of the time the network says so at once. */
export function throwOut(world: World, party: Party, group: Group, { told, days }: { told: boolean; days: number }) {
  const { on, address, title } = group
  group.goneSince = world.now.getTime()
  on.closed.set(address, 'Forbidden: bot was kicked from the group chat')
  const chat = { externalId: address, kind: 'group' as const, title }
  const sender = { externalId: party.secretary.accounts[on.name]!, name: party.secretary.name }
  if (told) on.push({ chat, sender, event: { kind: 'removed' } })
  world.plan(world.now.getTime() + days * DAY, () => {
    on.closed.delete(address)
    on.push({ chat, sender, event: { kind: 'added' } })
    group.goneSince = undefined
  })
}

/** A group becomes a supergroup and has another address from then on. */
export function becomeSuper(world: World, group: Group, told: boolean) {
  const { on, address } = group
  const to = `-100${address}-${on.nextId()}`
  on.moved.set(address, to)
  group.address = to
  if (told) on.push({ chat: { externalId: address, kind: 'group' }, event: { kind: 'migrated', to } })
  world.tally('groups moved')
}

/** Somebody blocks the bot, and writes to it again days later. */
export function block(world: World, party: Party, who: Person, days: number) {
  const address = who.accounts[party.on.name]!
  party.on.closed.set(address, 'Forbidden: bot was blocked by the user')
  world.plan(world.now.getTime() + days * DAY, () => void party.on.closed.delete(address))
  converse(world, world.now.getTime() + days * DAY + 60_000, 'unblocked', back(party, who))
}

function* back({ on }: Party, who: Person): Dialogue {
  yield { by: who, in: { private: on }, text: '/trogiup' }
}

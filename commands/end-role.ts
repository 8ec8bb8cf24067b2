import { needsUnit, readInvitation } from '#domain/invitation.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { audit } from '#prisma/audit.ts'
import { endHolding, holdingsIn, type Holding } from '#prisma/persons.ts'
import { listUnits } from '#prisma/units.ts'
import type { CouncilContext } from './command.ts'
import { findUnit, LONGEST_LABEL, MOST_CHOICES, quotable } from './find-unit.ts'
import { roleMessage } from './roles.ts'

/** Asks whose role is to end: "trưởng Công an phường", "thư ký". The holders of that role are the choices. */
export async function askEndRole(context: CouncilContext, text: string): Promise<Reply> {
  const asked = readInvitation(text)
  if (!asked || (needsUnit(asked.role) && !asked.unitText)) throw new UserError('units-end-usage')
  const { role, unitText } = asked
  const { db, council } = context
  const again = (name: string) =>
    `/donvi thôi ${text.slice(0, text.lastIndexOf(unitText ?? '')).replace(/["“]$/, '')}"${quotable(name)}"`
  const unit = unitText ? findUnit(unitText, await listUnits(db, council.id), again) : undefined
  const holdings = await holdingsIn(db, council.id)
  const found = holdings.filter((one) => one.role === role && (!unit || one.unitId === unit.id))
  const said = roleMessage(role, unit?.name)
  if (found.length === 0) throw new UserError('units-end-nobody', { role: said })
  const choices = found.slice(0, MOST_CHOICES).map(({ id, name, unitName }) => [
    {
      label: personLabel(name, unitName),
      line: `/donvi thôi chắc chắn ${id}`,
    },
  ])
  const keep = [{ label: { key: 'choice-no' }, line: '/donvi giữ nguyên' }]
  return { head: [{ key: 'units-end-who', values: { role: said } }], choices: [...choices, keep], personal: true }
}

function personLabel(name: string, unit: string | undefined): Message {
  const values = { name: shorten(name, LONGEST_LABEL / 2), unit: shorten(unit ?? '', LONGEST_LABEL / 2 - 3) }
  return { key: unit ? 'choice-end-role-unit' : 'choice-end-role', values }
}

/** Ends the role that was chosen. A council keeps its last secretary, who alone can name another. */
export async function endRole(context: CouncilContext, id: string): Promise<Reply> {
  const { db, council, person, now } = context
  const holdings = await holdingsIn(db, council.id)
  const holding = holdings.find((one) => one.id === id.trim())
  if (!holding) throw new UserError('units-end-gone')
  if (isLastSecretary(holding, holdings)) throw new UserError('units-end-last')
  await endHolding(db, holding.id)
  const { name, role, unitName } = holding
  const details = { role, unit: unitName ?? '', name }
  await audit(db, { councilId: council.id, personId: person.id, action: 'role-ended', details }, now)
  return { head: [{ key: 'units-role-ended', values: { name, role: roleMessage(role, unitName) } }], replace: true }
}

function isLastSecretary({ role }: Holding, holdings: Holding[]): boolean {
  return role === 'secretariat' && holdings.filter((one) => one.role === 'secretariat').length === 1
}

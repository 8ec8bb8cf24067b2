import type { Role } from '#domain/access.ts'
import type { Message } from '#domain/messages.ts'

/** A role in words: "trưởng Công an phường". */
export function roleMessage(role: Role, unit: string | undefined): Message {
  return { key: `role-${role}`, values: { unit: unit ?? '' } }
}

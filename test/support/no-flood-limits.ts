import type { FloodGate } from '#commands/flood-gate.ts'

/** For tests that ask much at one instant. */
export const NO_FLOOD_LIMITS: FloodGate = { refuses: () => undefined, wasAnswered: () => undefined }

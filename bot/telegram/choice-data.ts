import { z } from 'zod'

/** A button's payload: the prompt and the number of the choice, within the API's 64 bytes. */
const ChoiceData = z
  .string()
  .regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}:\d{1,3}$/)
  .transform((data) => ({ prompt: data.slice(0, 36), index: Number(data.slice(37)) }))

export function writeChoice(prompt: string, index: number): string {
  return `${prompt}:${index}`
}

/** Undefined for data that no button of ours carries: anybody can send anything. */
export function readChoice(data: unknown): { prompt: string; index: number } | undefined {
  return ChoiceData.safeParse(data).data
}

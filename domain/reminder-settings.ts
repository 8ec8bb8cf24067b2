import { z } from 'zod'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const days = z.array(z.number().int().min(0).max(366)).max(20)

const Fields = z.object({
  at: clockTime.default('08:00'),
  quietFrom: clockTime.default('20:00'),
  quietTo: clockTime.default('07:00'),
  before: days.default([30, 14, 7, 3, 1, 0]),
  after: days.default([1, 3, 7]),
  /** After the last of `after`: every seven days until the task is done. */
  weeklyAfter: z.boolean().default(true),
  digests: z
    .object({ quarter: z.boolean().default(true), month: z.boolean().default(true), week: z.boolean().default(true) })
    .default({ quarter: true, month: true, week: true }),
})

/**
 * When a council is reminded. Clock times are council-local; `before` counts days ahead of the last day on time, `after` days past it. The
 * reminder's hour lies outside the quiet hours.
 */
export const ReminderSettings = Fields.refine((settings) => !isQuiet(settings.at, settings), { path: ['at'] })
export type ReminderSettings = z.infer<typeof Fields>

/** Offsets of one task, in place of the council's. */
export const TaskReminders = z.object({ before: days.exactOptional(), after: days.exactOptional() })
export type TaskReminders = z.infer<typeof TaskReminders>

/** Whether a council-local clock time lies in the quiet hours, which may span midnight. */
export function isQuiet(
  time: string,
  { quietFrom, quietTo }: Pick<ReminderSettings, 'quietFrom' | 'quietTo'>,
): boolean {
  return quietFrom <= quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo
}

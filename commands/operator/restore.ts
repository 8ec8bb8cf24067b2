import { restoreBackup, type Restored, type RestoreOrder } from '#prisma/restore.ts'
import { orUsageError } from './backup.ts'
import { tableLines } from './table-lines.ts'

/** `tdkt restore`: what was put back. Throws UsageError where nothing was. */
export const restore = (order: RestoreOrder): Promise<Restored> => orUsageError(() => restoreBackup(order))

/** A table for people, with what to do next. */
export function formatRestored({ kept, uncertain, announcements, tables, rows }: Restored): string {
  return [
    ...tableLines(tables, rows),
    '',
    ...(kept === null ? [] : [`What was there is kept as ${kept}.`]),
    ...(uncertain === 0
      ? []
      : [
          `Messages that waited, and may have been sent since: ${uncertain}. Secretariats are told of reminders among them.`,
        ]),
    ...(announcements === 0
      ? []
      : [
          `Announcements whose time came since, and which are not sent again: ${announcements}. Whoever made them is told, and may send them.`,
        ]),
    'Now start the bot. Zalo OA: where its tokens were renewed since the backup, authorize it again (zalo authorize).',
  ].join('\n')
}

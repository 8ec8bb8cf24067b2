import type { Announcement, AnnouncementState } from '#domain/announcements/announcement.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { announcementsOf } from '#prisma/announcements.ts'
import { stateLine } from './announce-show.ts'
import { titleMessage } from './announce-which.ts'
import type { CouncilContext } from './command.ts'

/** In this order; of each so many at most. */
const SECTIONS: { states: AnnouncementState[]; heading: string; most: number }[] = [
  { states: ['sending', 'stopped'], heading: 'announce-section-sending', most: 5 },
  { states: ['scheduled'], heading: 'announce-section-scheduled', most: 5 },
  { states: ['draft'], heading: 'announce-section-drafts', most: 5 },
  { states: ['sent', 'withdrawn'], heading: 'announce-section-sent', most: 5 },
]

/** What is being written, waits for its time, is being sent or was sent of late, and what can be begun. */
export async function overview(context: CouncilContext): Promise<Reply> {
  const rows: { heading: Message; announcement: Announcement }[] = []
  for (const { states, heading, most } of SECTIONS) {
    const found = await announcementsOf(context.db, context.council.id, states)
    rows.push(...found.slice(0, most).map((announcement) => ({ heading: { key: heading }, announcement })))
  }
  return {
    head: [
      { key: 'announce-title', values: { council: context.council.name } },
      ...(rows.length === 0 ? [{ key: 'announce-none' }] : []),
    ],
    blocks: rows.map(({ heading, announcement }, index) => ({
      heading,
      body: { key: 'announce-numbered', values: { number: index + 1, line: stateLine(context, announcement) } },
    })),
    choices: [
      ...rows.map(({ announcement }, index): Choice[] => [
        {
          label: { key: 'choice-announce-one', values: { number: index + 1, title: titleMessage(announcement) } },
          line: `/thongbao xem @${announcement.id}`,
        },
      ]),
      [
        { label: { key: 'choice-announce-compose' }, line: '/thongbao soan' },
        { label: { key: 'choice-announce-templates' }, line: '/thongbao mau' },
      ],
    ],
    menu: true,
    replace: true,
  }
}

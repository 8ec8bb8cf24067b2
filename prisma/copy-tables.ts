/** The tables of an installation, each after those that its rows point at. */
export const COPIED_TABLES = [
  'Council',
  'Person',
  'CouncilBot',
  'WorkingDay',
  'Chat',
  'Account',
  'AccountCode',
  'Unit',
  'UnitAlias',
  'UnitBody',
  'Membership',
  'Plan',
  'PlanVersion',
  'Task',
  'Deadline',
  'Completion',
  'Snooze',
  'Card',
  'Quota',
  'Round',
  'RoundMovement',
  'RoundQuota',
  'Nomination',
  'RoundCard',
  'Announcement',
  'AnnouncementRecipient',
  'AnnouncementProgress',
  'Receipt',
  'Template',
  'Invite',
  'WrongCode',
  'CalendarToken',
  'Audit',
  'Prompt',
  'TakenChoice',
  'Question',
  'Inbox',
  'Outbox',
  'JobRun',
  'Credential',
  'Fact',
  'MonthlyUse',
  'Outage',
  'ApiRequest',
  'SharedFile',
  'PlaygroundClock',
  'PlaygroundMessage',
] as const

/** What processes hold while they run: in a copy nobody holds anything yet. */
export const TABLES_LEFT_OUT = ['Lease'] as const

export type TableName = (typeof COPIED_TABLES)[number] | (typeof TABLES_LEFT_OUT)[number]

/** Columns that point at rows of their own table: filled in once all of these are there. */
export const POINTS_AT_ITS_OWN: Partial<Record<TableName, string>> = { Task: 'sameAsId' }

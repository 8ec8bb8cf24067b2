/**
 * What becomes of what a column holds when a person is forgotten: the row goes with the person (`removed`), the value goes or another stands in its
 * place (`blanked`), or it stays (`kept`).
 */
export type Decision = 'removed' | 'blanked' | 'kept'

interface Decided {
  table: string
  columns: string
  decision: Decision
  why: string
}

const COUNCIL = 'the council, nobody in particular'
const PLAN = 'the words of a signed plan, where it names people as well: a document of the office'
const ID = 'ids, states and digests: no words of anybody'
const ROUND = 'the round; what was handed in is a fact of the council'
const FREE = 'written by the secretariat for many; what it says of people is its own to change'
const PERSON = 'the person'
const STANDS_FOR = 'the act stays, of a person “(đã xóa)” who stands for all who were forgotten'

/** Every column of text, JSON or bytes with its decision. A test compares it with the schema, and docs/personal-columns.md is made of it. */
export const PERSONAL_COLUMNS: readonly Decided[] = [
  {
    table: 'Council',
    columns: 'id name locale timeZone reminders remindedThrough cardsOn',
    decision: 'kept',
    why: COUNCIL,
  },
  { table: 'CouncilBot', columns: 'councilId platform', decision: 'kept', why: COUNCIL },
  { table: 'WorkingDay', columns: 'councilId date', decision: 'kept', why: COUNCIL },
  {
    table: 'Chat',
    columns: 'id platform externalId kind title homeTopic locale state councilId',
    decision: 'removed',
    why: 'the private chat, whose address is the account; a group belongs to the council and stays',
  },
  { table: 'Person', columns: 'id name preferred', decision: 'removed', why: PERSON },
  { table: 'Account', columns: 'platform externalId personId', decision: 'removed', why: PERSON },
  { table: 'AccountCode', columns: 'codeHash personId', decision: 'removed', why: PERSON },
  { table: 'WrongCode', columns: 'personId', decision: 'removed', why: PERSON },
  { table: 'Membership', columns: 'id councilId personId role unitId', decision: 'removed', why: PERSON },
  { table: 'Unit', columns: 'phone', decision: 'blanked', why: 'where the person leads the unit: it is called there' },
  { table: 'Unit', columns: 'id councilId name key', decision: 'kept', why: 'a department' },
  { table: 'UnitAlias', columns: 'unitId name key', decision: 'kept', why: 'a department' },
  { table: 'UnitBody', columns: 'unitId name', decision: 'kept', why: 'a department' },
  { table: 'Plan', columns: 'id councilId', decision: 'kept', why: ID },
  { table: 'PlanVersion', columns: 'firstApprovedBy', decision: 'blanked', why: STANDS_FOR },
  {
    table: 'PlanVersion',
    columns: 'id planId state number issuedOn issuer title from to sourceName sourceHash warnings',
    decision: 'kept',
    why: PLAN,
  },
  {
    table: 'Task',
    columns: 'id versionId appendix section no title direct lead support sameAsId reminders',
    decision: 'kept',
    why: PLAN,
  },
  {
    table: 'Deadline',
    columns: 'id taskId wording label kind from to rrule dueOn suspectReason suspectProposed decidedOn',
    decision: 'kept',
    why: PLAN,
  },
  { table: 'Quota', columns: 'id versionId appendix movement unit basis wording', decision: 'kept', why: PLAN },
  { table: 'Card', columns: 'chatId quarter shows messageId', decision: 'kept', why: ID },
  { table: 'Snooze', columns: 'chatId deadlineId on', decision: 'removed', why: 'with the private chat' },
  { table: 'Completion', columns: 'personId', decision: 'blanked', why: STANDS_FOR },
  { table: 'Completion', columns: 'id taskId deadlineId occurrence', decision: 'kept', why: 'what is done' },
  { table: 'Round', columns: 'id councilId title state chasedOn', decision: 'kept', why: ROUND },
  { table: 'RoundMovement', columns: 'id roundId name basis wording settled', decision: 'kept', why: ROUND },
  { table: 'RoundQuota', columns: 'movementId unitId', decision: 'kept', why: ROUND },
  { table: 'RoundCard', columns: 'roundId chatId shows messageId', decision: 'kept', why: ID },
  {
    table: 'Nomination',
    columns: 'personId personName platform chat messageId',
    decision: 'blanked',
    why: 'who handed it in, and from which message',
  },
  { table: 'Nomination', columns: 'movementId unitId act said counts', decision: 'kept', why: ROUND },
  {
    table: 'Nomination',
    columns: 'reason',
    decision: 'kept',
    why: "the unit's reason, on which the secretariat decided",
  },
  { table: 'Announcement', columns: 'createdBy', decision: 'blanked', why: STANDS_FOR },
  { table: 'Announcement', columns: 'id councilId state parts audience repeat', decision: 'kept', why: FREE },
  {
    table: 'AnnouncementRecipient',
    columns: 'chatId name phone messageIds',
    decision: 'blanked',
    why: 'that somebody of the unit was told stays, for the counts',
  },
  { table: 'AnnouncementRecipient', columns: 'id announcementId unit state reason', decision: 'kept', why: ID },
  { table: 'Receipt', columns: 'recipientId personId', decision: 'blanked', why: STANDS_FOR },
  {
    table: 'AnnouncementProgress',
    columns: 'announcementId chatId shows',
    decision: 'removed',
    why: 'with the private chat',
  },
  { table: 'Template', columns: 'id councilId name key body', decision: 'kept', why: FREE },
  { table: 'Question', columns: 'chatId personId line', decision: 'removed', why: PERSON },
  {
    table: 'Inbox',
    columns: 'chatKey payload',
    decision: 'blanked',
    why: 'of the private chats; an update that is answered has no words anyway',
  },
  {
    table: 'Inbox',
    columns: 'platform externalId claimedBy failure',
    decision: 'kept',
    why: "the network's number of an update, so that a redelivery is not answered; a failure is an id",
  },
  {
    table: 'Outbox',
    columns: 'payload',
    decision: 'blanked',
    why: 'removed with the private chat; elsewhere the words go where they name the person, but not those of plans and announcements',
  },
  {
    table: 'Outbox',
    columns: 'platform chatId kind dedupeKey promptId state claimedBy externalId reason',
    decision: 'kept',
    why: 'that something was said in a group; a reason is what the network answered',
  },
  {
    table: 'Prompt',
    columns: 'id chatId personId askedById choices',
    decision: 'removed',
    why: 'choices for the person',
  },
  { table: 'TakenChoice', columns: 'promptId', decision: 'removed', why: 'choices for the person' },
  { table: 'Invite', columns: 'usedById', decision: 'blanked', why: STANDS_FOR },
  { table: 'Invite', columns: 'id councilId role unitId codeHash', decision: 'kept', why: ID },
  { table: 'CalendarToken', columns: 'id councilId unitId tokenHash createdBy', decision: 'removed', why: PERSON },
  { table: 'Audit', columns: 'personId', decision: 'blanked', why: STANDS_FOR },
  {
    table: 'Audit',
    columns: 'details',
    decision: 'blanked',
    why: 'who was given a role or lost it; reasons and titles stay as written',
  },
  { table: 'Audit', columns: 'councilId action unit', decision: 'kept', why: 'what was done' },
  { table: 'JobRun', columns: 'job counts failure', decision: 'kept', why: ID },
  { table: 'Lease', columns: 'name holder', decision: 'kept', why: 'processes' },
  {
    table: 'PlaygroundMessage',
    columns: 'chat sender body',
    decision: 'removed',
    why: 'of the private chat, and what the person wrote elsewhere',
  },
  {
    table: 'Credential',
    columns: 'platform accessToken refreshToken seed failure pending',
    decision: 'kept',
    why: "the bot's own",
  },
  {
    table: 'Fact',
    columns: 'platform key value',
    decision: 'removed',
    why: 'marks of the private chat; the rest is of the bot',
  },
  { table: 'MonthlyUse', columns: 'platform month', decision: 'kept', why: 'counts' },
  { table: 'Outage', columns: 'platform reason', decision: 'kept', why: "the network's" },
  { table: 'ApiRequest', columns: 'platform', decision: 'kept', why: 'counts' },
  {
    table: 'SharedFile',
    columns: 'tokenHash name mime bytes',
    decision: 'kept',
    why: 'a workbook with names may be among them; it goes by itself within nine days',
  },
]

/**
 * What the public material about Official Accounts leaves open, one switch each. The first real event of a kind that is not known is logged by its
 * shape, so that these can be settled.
 */

/** A group message mentions a member by `[@user_id]` in its text: in one relayed document, never seen live. False: answers name nobody. */
export const MENTIONS_INLINE = true

/** Whether a picture in a group keeps the text that is sent with it: every sample has none, so the text goes ahead in a message of its own. */
export const GROUP_PICTURE_HAS_TEXT = false

/** Whether a message sent in private may quote another: documented for private chats, and for groups nowhere. */
export const PRIVATE_QUOTES = true

/** The fields in which an event may tell which message is quoted: the first is documented for private chats, the others are guesses. */
export const QUOTE_FIELDS = ['quote_msg_id', 'quote_message_id'] as const

/** A user's id is a number of 19 digits, a group's id has letters, too: only asked for chats from which nothing came yet. */
export const looksLikeUser = (id: string): boolean => /^\d+$/.test(id)

/** How far the time of a message in the history may be from that of its event, where the ids differ, in milliseconds. */
export const HISTORY_TIME_OFF_MS = 2000

/**
 * An event so much older than the newest one that was heard is passed over: the journal, which tells what came twice, is kept for 60 days only, and
 * a signature never ends. Zalo itself delivers again within minutes.
 */
export const OLDEST_EVENT_MS = 50 * 24 * 3600 * 1000

/** Uploads are kept for 7 days at most, and perhaps not as long as that. */
export const UPLOAD_LIVES_MS = 5 * 24 * 3600 * 1000

/** Rows of a page that are asked for; how many come may be less, and is not trusted. */
export const PAGE = { history: 10, list: 50 }

/** After -32: whether the minute is one of the clock or slides is nowhere told; a whole one is right for both. */
export const RATE_PAUSE_MS = 60_000

/** What is not sent at night (-234) is sent from this hour on in Viet Nam. Not reported for consultation or group messages so far. */
export const MORNING_HOUR = 6

/** Where the history of private chats is: some code reads it under v3.0. Groups have it under v3.0, as documented. */
export const PRIVATE_HISTORY = '/v2.0/oa'

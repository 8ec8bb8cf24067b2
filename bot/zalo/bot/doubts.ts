/** Messages a month of the Basic plan; a larger one is announced, but has no numbers yet. */
export const MONTHLY_BUDGET = 3000
/** One account says that only what the bot sends counts, another that both directions do: with both the warnings come early, never late. */
export const RECEIVED_COUNTS = true
/**
 * The same code stands for too many messages in a month and in a moment. From this percentage of our count on it is taken for the month: the
 * network may have counted what we did not see, and our sends are too slow for the other.
 */
export const USED_UP_PERCENT = 95

/** No rate limit is published: so many sends harm nobody. */
export const LIMITS = { perChatPerSecond: 1, perGroupPerMinute: 20, perSecond: 5 }

/** Where an update may tell which message it answers: no field is documented, and these names are around. */
export const REPLY_FIELDS = ['reply_to_message', 'reply_to', 'quote_message', 'quoted_message', 'quote'] as const

/** The error codes of a poll that stands in the way of another, or of a webhook: our request is always the same, so it cannot be a bad one. */
export const CONFLICT_CODES: readonly number[] = [400, 409]

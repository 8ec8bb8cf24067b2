import type { Message } from '#domain/messages.ts'

/** What the sender itself gives as a reason, and the words for it. A network's own reasons are shown as they come. */
const KNOWN: [RegExp, string][] = [
  [/^expired$/, 'reason-expired'],
  [/^the bot is not in the chat$/, 'reason-not-in-chat'],
  [/^the bot stopped while sending$/, 'reason-stopped'],
  [/^restored$/, 'reason-restored'],
  [/^given up after \d+ tries/, 'reason-given-up'],
  [/bot was blocked by the user/, 'reason-blocked'],
  [/bot was kicked/, 'reason-kicked'],
  [/user is deactivated/, 'reason-deactivated'],
  [/chat not found|group chat was deleted/, 'reason-no-chat'],
  [/^media-elsewhere$/, 'reason-media-elsewhere'],
  [/^rerouted$/, 'reason-rerouted'],
  [/^window$/, 'reason-window'],
  [/^unreachable$/, 'reason-unreachable'],
  [/^blocked$/, 'reason-blocked'],
  [/^quota$/, 'reason-quota'],
  [/^monthly-reserve$/, 'reason-monthly-reserve'],
  [/^group-expired$/, 'reason-group-expired'],
  [/^not-our-group$/, 'reason-not-our-group'],
  [/^file-type$/, 'reason-file-type'],
  [/^file-size$/, 'reason-file-size'],
  [/^cannot-edit$/, 'reason-cannot-edit'],
  [/^cannot-delete$/, 'reason-cannot-delete'],
  [/^token-lost$/, 'reason-token-lost'],
  [/^permission-revoked$/, 'reason-permission-revoked'],
  [/^plan$/, 'reason-plan'],
  [/^oa-gone$/, 'reason-oa-gone'],
  [/^billing$/, 'reason-billing'],
]

/** Why a message did not arrive, in words, with the network's own behind them. */
export function reasonMessage(reason: string): Message {
  const key = KNOWN.find(([pattern]) => pattern.test(reason))?.[1] ?? 'text'
  return { key, values: { text: reason } }
}

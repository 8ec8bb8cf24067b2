// @ts-check
/**
 * @typedef {{ externalId: string, name: string, role: 'secretariat' | 'head' | 'deputy' | 'member' | 'stranger', unit?: string, groups: boolean }} Person
 * @typedef {{ externalId: string, title: string }} Group
 * @typedef {{ style: 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'link', offset: number, length: number, url?: string }} Span
 * @typedef {{ id: number, name: string, mime: string, size: number }} SentFile
 * @typedef {{ id: number, chat: string, sender: string | null, text: string, spans: Span[], choices: string[][], replyTo: number | null,
 *   files: SentFile[], at: string, edited: boolean, pinned: boolean }} Message
 * @typedef {{ people: Person[], groups: Group[], bot: string, movable: boolean, timeZone: string, now: string,
 *   newest: Record<string, number> }} State
 */

/** @returns {Promise<State>} */
export const getState = () => ask('api/state')

/**
 * @param {string} chat
 * @returns {Promise<{ messages: Message[] }>}
 */
export const getMessages = (chat) => ask(`api/messages?chat=${encodeURIComponent(chat)}`)

/** @param {{ person: string, chat: string, language: string, text: string, replyTo?: number }} said */
export const say = (said) => post('api/say', said)

/** @param {{ person: string, chat: string, language: string, message: number, text: string }} changed */
export const change = (changed) => post('api/change', changed)

/** @param {{ person: string, chat: string, language: string, message: number, index: number }} pressed */
export const press = (pressed) => post('api/press', pressed)

/** @param {Date} to */
export const moveClock = (to) => post('api/clock', { to: to.toISOString() })

/**
 * @param {{ person: string, chat: string, language: string, caption: string, replyTo?: number, album?: string }} act
 * @param {File} file
 */
export function upload(act, file) {
  const form = new FormData()
  for (const [name, value] of Object.entries(act)) if (value !== undefined) form.set(name, String(value))
  form.set('file', file)
  return ask('api/upload', { method: 'POST', body: form })
}

/**
 * Hears of new, changed and deleted messages and of the clock; `onOpen` is called at every (re)connection.
 * @param {{ onOpen: () => void, onLost: () => void, onMessage: (message: Message) => void,
 *   onGone: (message: { chat: string, id: number }) => void, onClock: (now: string) => void }} listener
 */
export function listen(listener) {
  const { onOpen, onLost, onMessage, onGone, onClock } = listener
  const source = new EventSource('api/events')
  source.addEventListener('open', onOpen)
  source.addEventListener('error', () => {
    onLost()
    // the browser gives up after an answer that is no stream: begin again
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(listener), 3000)
  })
  source.addEventListener('message', (event) => onMessage(JSON.parse(event.data).message))
  source.addEventListener('gone', (event) => onGone(JSON.parse(event.data)))
  source.addEventListener('clock', (event) => onClock(JSON.parse(event.data).now))
}

/**
 * @param {string} path
 * @param {object} body
 */
function post(path, body) {
  return ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
async function ask(path, init) {
  const answer = await fetch(path, init)
  const body = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Error(body.error ?? String(answer.status))
  return body
}

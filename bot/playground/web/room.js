// @ts-check
import { byId } from './dom.js'
import { messageLine, transcript, wallDay, welcome } from './messages.js'

const NEAR_END = 120

/**
 * @typedef {import('./api.js').Message} Message
 * @typedef {import('./messages.js').View} View
 */

/**
 * The open chat's messages on the page. `view` is how they are shown, `read` fetches those of a chat, `onSeen` hears of the newest one shown.
 * @param {{ view: () => Omit<View, 'messages'>, read: (chat: string) => Promise<Message[]>, onSeen: (chat: string, newest: number) => void }} options
 */
export function createRoom({ view, read, onSeen }) {
  const list = byId('messages')
  const log = byId('scroll')
  const { toEnd, grown } = keepEnd(log, list)
  let open = ''
  /** @type {Message[]} */
  let messages = []
  /** What came while the chat was being read; undefined: it is not. @type {Message[] | undefined} */
  let arrived
  /** Deleted while the page is open. @type {Set<number>} */
  const gone = new Set()

  const whole = () => ({ ...view(), messages })
  const draw = () => {
    const lines = transcript(whole())
    log.setAttribute('aria-busy', 'true') // a whole chat at once is not news to read out
    list.replaceChildren(...(lines.length > 0 ? lines : [welcome(view().texts)]))
    log.removeAttribute('aria-busy')
    toEnd()
  }
  /** @param {Message} message */
  const show = (message) => {
    onSeen(open, message.id)
    const known = messages.findIndex(({ id }) => id === message.id)
    if (known >= 0) {
      messages[known] = message
      return replaceLine(message, whole())
    }
    const last = messages.at(-1)
    messages.push(message)
    if (!last) return draw()
    const { timeZone } = view()
    const sameDay = wallDay(last, timeZone) === wallDay(message, timeZone)
    list.append(...(sameDay ? [messageLine(whole(), message)] : transcript(whole(), [message])))
    if (message.sender === view().me) toEnd()
    else grown()
  }

  return {
    draw,
    messages: () => messages,
    /** Reads a chat and shows it; one opened meanwhile wins. @param {string} chat */
    async open(chat) {
      open = chat
      /** @type {Message[]} */
      const meanwhile = []
      arrived = meanwhile
      const loaded = await read(chat)
      if (arrived !== meanwhile) return
      arrived = undefined
      const all = new Map([...loaded, ...meanwhile].map((message) => [message.id, message]))
      messages = [...all.values()].filter(({ id }) => !gone.has(id))
      onSeen(chat, messages.at(-1)?.id ?? 0)
      draw()
    },
    /** Shows a new or changed message of the open chat. @param {Message} message */
    take(message) {
      if (message.chat !== open) return
      if (arrived) arrived.push(message)
      else show(message)
    },
    /** Takes a deleted message away. @param {{ chat: string, id: number }} deleted */
    drop({ chat, id }) {
      gone.add(id)
      if (chat !== open || arrived) return
      messages = messages.filter((message) => message.id !== id)
      if (messages.length === 0) return draw()
      if (byId(`message-${id}`)?.contains(document.activeElement)) log.focus() // the keyboard goes on in the chat
      removeLine(id)
    },
  }
}

/**
 * @param {Message} message
 * @param {View} view
 */
function replaceLine(message, view) {
  const old = byId(`message-${message.id}`)
  const pressed = old.contains(document.activeElement) ? document.activeElement?.getAttribute('data-index') : undefined
  const line = messageLine(view, message)
  old.replaceWith(line)
  // the keyboard stays where it was: on the same button, or else on the message
  if (pressed === undefined) return
  const next = line.querySelector(`[data-index="${pressed}"]`) ?? line.querySelector('[data-index], .act')
  if (next instanceof HTMLElement) next.focus()
}

/**
 * Takes a message's line away, and the line of its day where it was the only one.
 * @param {number} id
 */
function removeLine(id) {
  const line = document.getElementById(`message-${id}`)
  const before = line?.previousElementSibling
  line?.remove()
  const after = before?.nextElementSibling
  if (before?.classList.contains('day') && (!after || after.classList.contains('day'))) before.remove()
}

/**
 * Keeps the end of the chat in view, where it was, when something comes, goes or changes its size. `toEnd` goes there; `grown` is told of a
 * new last line: one too tall to be seen whole is shown from its beginning.
 * @param {HTMLElement} scroll
 * @param {HTMLElement} content
 */
function keepEnd(scroll, content) {
  let atEnd = true
  let lastTop = 0
  const toEnd = () => {
    atEnd = true
    scroll.scrollTop = scroll.scrollHeight
  }
  const grown = () => {
    const line = content.lastElementChild
    if (!atEnd || !(line instanceof HTMLElement) || line.offsetHeight < scroll.clientHeight) return
    atEnd = false
    line.scrollIntoView({ block: 'start' })
  }
  scroll.addEventListener('scroll', () => {
    const near = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END
    atEnd = near || (atEnd && scroll.scrollTop >= lastTop) // only scrolling up leaves the end: what grew meanwhile does not
    lastTop = scroll.scrollTop
  })
  const sizes = new ResizeObserver(() => atEnd && toEnd())
  sizes.observe(scroll)
  sizes.observe(content)
  return { toEnd, grown }
}

// @ts-check
import { byId } from './dom.js'
import { snippet } from './messages.js'
import { fill } from './texts.js'

/** @typedef {import('./api.js').Message} Message */

const UPLOAD_LIMIT = 20 * 1024 * 1024

/**
 * Where a message is written, or an own one changed. `onSend` gets it and rejects where it was not taken; then it stays in the box.
 * @param {{ texts: () => import('./texts.js').Texts, bot: string, nameOf: (sender: string | null) => string,
 *   onSend: (said: { text: string, replyTo?: number, changes?: number, files: File[] }) => Promise<void>,
 *   onFault: (fault: string) => void }} options
 */
export function startComposer({ texts, bot, nameOf, onSend, onFault }) {
  const form = /** @type {HTMLFormElement} */ (byId('composer'))
  const text = /** @type {HTMLTextAreaElement} */ (byId('text'))
  const file = /** @type {HTMLInputElement} */ (byId('file'))
  /** The message that is replied to, or changed; then `draft` is what stood in the box before. */
  let about = /** @type {{ replyTo: Message } | { changes: Message, draft: string } | undefined} */ (undefined)
  let kind = /** @type {'group' | 'private'} */ ('private')
  let sending = false

  const draw = () => {
    const words = texts()
    const chosen = [...(file.files ?? [])]
    const changing = about !== undefined && 'changes' in about
    byId('replying').hidden = !about
    byId('replying-to').textContent = about ? aboutText(about, words, nameOf) : ''
    byId('no-reply').setAttribute('aria-label', changing ? words.noChange : words.noReply)
    byId('attach').hidden = changing
    byId('attached').hidden = chosen.length === 0
    byId('attached-name').textContent = chosen.map(({ name }) => name).join(', ')
    byId('mention').hidden = kind === 'private'
    const fresh = kind === 'group' ? words.writeGroup : words.writePrivate
    text.placeholder = changing ? words.writeChange : about ? words.writeReply : fresh
    byId('hint').textContent = kind === 'group' ? words.hintGroup : words.hint
    text.style.height = 'auto'
    text.style.height = `${Math.min(text.scrollHeight + 2, 160)}px`
  }
  /** Neither replies nor changes any more: the box is as it was. */
  const leave = () => {
    if (about && 'changes' in about) text.value = about.draft
    about = undefined
  }
  const clear = () => {
    text.value = ''
    file.value = ''
    leave()
    draw()
  }
  const send = async () => {
    const files = [...(file.files ?? [])]
    const said = {
      text: text.value.trim(),
      ...(about && 'replyTo' in about ? { replyTo: about.replyTo.id } : {}),
      ...(about && 'changes' in about ? { changes: about.changes.id } : {}),
      files,
    }
    if (sending || (!said.text && files.length === 0)) return
    sending = true
    await onSend(said).then(clear, () => undefined)
    sending = false
    text.focus()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  text.addEventListener('keydown', (event) => {
    // isComposing: this Enter ends a syllable of the Vietnamese input method
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      void send()
    }
    if (event.key === 'Escape') {
      leave()
      draw()
    }
  })
  text.addEventListener('input', draw)
  addEventListener('resize', draw)
  file.addEventListener('change', () => {
    if ([...(file.files ?? [])].some(({ size }) => size > UPLOAD_LIMIT)) {
      file.value = ''
      onFault(texts().tooLarge)
    }
    draw()
    text.focus()
  })
  byId('mention').addEventListener('click', () => {
    if (!text.value.includes(`@${bot}`)) text.value = `@${bot} ${text.value}`
    text.focus()
    draw()
  })
  byId('no-reply').addEventListener('click', () => {
    leave()
    draw()
    text.focus()
  })
  byId('no-file').addEventListener('click', () => {
    file.value = ''
    draw()
    text.focus()
  })

  return {
    draw,
    /** @param {'group' | 'private'} chatKind */
    open(chatKind) {
      kind = chatKind
      leave()
      draw()
    },
    /** @param {Message} message */
    reply(message) {
      leave()
      about = { replyTo: message }
      draw()
      text.focus()
    },
    /** @param {Message} message */
    change(message) {
      leave()
      about = { changes: message, draft: text.value }
      text.value = message.text
      file.value = ''
      draw()
      text.focus()
    },
  }
}

/**
 * @param {{ replyTo: Message } | { changes: Message }} about
 * @param {import('./texts.js').Texts} words
 * @param {(sender: string | null) => string} nameOf
 */
function aboutText(about, words, nameOf) {
  if ('changes' in about) return fill(words.changing, { text: snippet(about.changes) })
  return fill(words.replyingTo, { name: nameOf(about.replyTo.sender), text: snippet(about.replyTo) })
}

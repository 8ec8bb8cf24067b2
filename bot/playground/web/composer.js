// @ts-check
import { byId } from './dom.js'
import { snippet } from './messages.js'
import { fill } from './texts.js'

const UPLOAD_LIMIT = 20 * 1024 * 1024

/**
 * Where a message is written. `onSend` gets it and rejects where it was not taken; then it stays in the box.
 * @param {{ texts: () => import('./texts.js').Texts, bot: string, nameOf: (sender: string | null) => string,
 *   onSend: (said: { text: string, replyTo?: number, file?: File }) => Promise<void>, onFault: (fault: string) => void }} options
 */
export function startComposer({ texts, bot, nameOf, onSend, onFault }) {
  const form = /** @type {HTMLFormElement} */ (byId('composer'))
  const text = /** @type {HTMLTextAreaElement} */ (byId('text'))
  const file = /** @type {HTMLInputElement} */ (byId('file'))
  /** @type {import('./api.js').Message | undefined} */
  let answered
  let kind = /** @type {'group' | 'private'} */ ('private')
  let sending = false

  const draw = () => {
    const chosen = file.files?.[0]
    byId('replying').hidden = !answered
    byId('replying-to').textContent = answered
      ? fill(texts().replyingTo, { name: nameOf(answered.sender), text: snippet(answered) })
      : ''
    byId('attached').hidden = !chosen
    byId('attached-name').textContent = chosen?.name ?? ''
    byId('mention').hidden = kind === 'private'
    text.placeholder = answered ? texts().writeReply : kind === 'group' ? texts().writeGroup : texts().writePrivate
    byId('hint').textContent = kind === 'group' ? texts().hintGroup : texts().hint
    text.style.height = 'auto'
    text.style.height = `${Math.min(text.scrollHeight + 2, 160)}px`
  }
  const clear = () => {
    text.value = ''
    file.value = ''
    answered = undefined
    draw()
  }
  const send = async () => {
    const chosen = file.files?.[0]
    const said = {
      text: text.value.trim(),
      ...(answered ? { replyTo: answered.id } : {}),
      ...(chosen ? { file: chosen } : {}),
    }
    if (sending || (!said.text && !chosen)) return
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
      answered = undefined
      draw()
    }
  })
  text.addEventListener('input', draw)
  addEventListener('resize', draw)
  file.addEventListener('change', () => {
    if ((file.files?.[0]?.size ?? 0) > UPLOAD_LIMIT) {
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
    answered = undefined
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
      answered = undefined
      draw()
    },
    /** @param {import('./api.js').Message} message */
    reply(message) {
      answered = message
      draw()
      text.focus()
    },
  }
}

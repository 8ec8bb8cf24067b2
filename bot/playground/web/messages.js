// @ts-check
import { make } from './dom.js'
import { richText, withMarks } from './rich-text.js'
import { fill } from './texts.js'
import { dayText, toWall } from './time.js'

/**
 * @typedef {import('./api.js').Message} Message
 * @typedef {{ texts: import('./texts.js').Texts, timeZone: string, me: string, nameOf: (sender: string | null) => string,
 *   roleOf: (sender: string | null) => string, messages: Message[], onPress: (message: Message, index: number) => Promise<void>,
 *   onReply: (message: Message) => void, onChange: (message: Message) => void }} View
 */

/**
 * The lines of some messages (all, unless told): each, and where the day changes a line with the date.
 * @param {View} view
 * @returns {HTMLLIElement[]}
 */
export function transcript(view, messages = view.messages) {
  let day = ''
  return messages.flatMap((message) => {
    const line = messageLine(view, message)
    const itsDay = wallDay(message, view.timeZone)
    if (itsDay === day) return [line]
    day = itsDay
    return [make('li', { className: 'day' }, [dayText(day, view.texts.weekdays)]), line]
  })
}

/**
 * @param {Message} message
 * @param {string} timeZone
 */
export function wallDay(message, timeZone) {
  return toWall(new Date(message.at), timeZone).slice(0, 10)
}

/**
 * @param {View} view
 * @param {Message} message
 */
export function messageLine(view, message) {
  const { texts, me, nameOf, roleOf } = view
  const wall = toWall(new Date(message.at), view.timeZone)
  const side = message.sender === null ? 'bot' : message.sender === me ? 'own' : 'other'
  const name = nameOf(message.sender)
  const answered = view.messages.find(({ id }) => id === message.replyTo)
  const bubble = make('div', { className: 'bubble' }, [
    make('p', { className: 'from' }, [make('b', {}, [name]), ' ', make('span', {}, [roleOf(message.sender)])]),
    answered && make('p', { className: 'quote' }, [make('b', {}, [nameOf(answered.sender)]), ' ', snippet(answered)]),
    message.text ? make('p', { className: 'text' }, richText(message)) : undefined,
    message.files.length > 0 ? files(message) : undefined,
    make('p', { className: 'when' }, [
      make('span', { className: 'acts' }, acts(view, message)),
      make('span', {}, [
        message.pinned ? `${texts.pinned} · ` : '',
        message.edited ? `${message.sender === null ? texts.edited : texts.changed} · ` : '',
        make('time', { dateTime: message.at }, [wall.slice(11)]),
      ]),
    ]),
  ])
  const body = make('div', { className: 'body' }, [bubble, choices(view, message)])
  const face = make('span', { className: 'face', attributes: { 'aria-hidden': 'true' } }, [initials(message, name)])
  return make(
    'li',
    { className: `message ${side}`, id: `message-${message.id}` },
    side === 'own' ? [body] : [face, body],
  )
}

/**
 * What can be done with a message: reply to it and, where it is an own text, change it.
 * @param {View} view
 * @param {Message} message
 */
function acts({ texts, me, nameOf, onReply, onChange }, message) {
  /** @param {string} word @param {string} label @param {(message: Message) => void} act */
  const button = (word, label, act) =>
    make(
      'button',
      { type: 'button', className: 'act', onclick: () => act(message), attributes: { 'aria-label': label } },
      [word],
    )
  const mayChange = message.sender === me && message.files.length === 0
  return [
    button(texts.reply, fill(texts.replyTo, { name: nameOf(message.sender) }), onReply),
    mayChange ? button(texts.change, texts.changeOwn, onChange) : undefined,
  ]
}

/**
 * What stands in a chat without messages: what there is to try.
 * @param {import('./texts.js').Texts} texts
 */
export function welcome({ welcome: [title, ...steps] }) {
  const list = make(
    'ul',
    {},
    steps.map((step) => make('li', {}, [step])),
  )
  return make('li', { className: 'welcome' }, [make('h3', {}, [title]), list])
}

/**
 * The beginning of a message, to recognise it by.
 * @param {Message} message
 */
export function snippet(message) {
  const text = (message.text || message.files[0]?.name || '').replace(/\s+/g, ' ')
  return text.length > 80 ? `${text.slice(0, 80).trimEnd()}…` : text
}

/** @param {Message} message */
function files({ files: list }) {
  if (list.length === 1) return fileLink(list[0])
  return make('div', { className: 'album' }, list.map(fileLink))
}

/** @param {import('./api.js').SentFile} file */
function fileLink({ id, name, mime, size }) {
  const href = `api/files/${id}`
  const shown = ['image/png', 'image/jpeg'].includes(mime)
  const link = make('a', { className: 'file', href, download: name }, [
    shown ? make('img', { src: href, alt: name, className: 'picture' }) : make('span', { className: 'paper' }),
    make('span', {}, [name]),
    make('small', {}, [size < 1024 * 1024 ? `${Math.ceil(size / 1024)} kB` : `${(size / 1024 / 1024).toFixed(1)} MB`]),
  ])
  if (shown) link.classList.add('with-picture')
  return link
}

/**
 * @param {View} view
 * @param {Message} message
 */
function choices(view, message) {
  if (message.choices.length === 0) return undefined
  let index = 0
  const rows = message.choices.map((row) => {
    const buttons = row.map((label) => choiceButton(view, message, label, index++))
    return make('div', { className: 'row' }, buttons)
  })
  return make('div', { className: 'choices', attributes: { role: 'group', 'aria-label': view.texts.choices } }, rows)
}

/**
 * @param {View} view
 * @param {Message} message
 * @param {string} label
 * @param {number} index
 */
function choiceButton(view, message, label, index) {
  const button = make('button', { type: 'button', attributes: { 'data-index': String(index) } }, withMarks(label))
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true') return
    // not `disabled`: that would throw the keyboard's focus off the button
    button.setAttribute('aria-disabled', 'true')
    await view.onPress(message, index)
    button.removeAttribute('aria-disabled')
  })
  return button
}

/**
 * @param {Message} message
 * @param {string} name
 */
function initials(message, name) {
  if (message.sender === null) return '★'
  return name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
}

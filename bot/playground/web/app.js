// @ts-check
import * as api from './api.js'
import { chatList, chatsOf, drawPersons, roleText } from './chats.js'
import { startClock } from './clock.js'
import { startComposer } from './composer.js'
import { byId, make } from './dom.js'
import { createRoom } from './room.js'
import { recall, remember } from './store.js'
import { fill, TEXTS } from './texts.js'

const state = await api.getState()
const memory = recall()

const texts = () => TEXTS[memory.language ?? 'vi']
const me = () => state.people.find(({ externalId }) => externalId === memory.person) ?? state.people[0]
const chats = () => chatsOf(state, me(), texts())
const chat = () => chats().find(({ id }) => id === memory.chat) ?? chats()[0]
const act = () => ({ person: me().externalId, chat: chat().id, language: memory.language ?? 'vi' })
/** @param {string | null} sender */
const personOf = (sender) => state.people.find(({ externalId }) => externalId === sender)
/** @param {string | null} sender */
const nameOf = (sender) => (sender === null ? 'tdkt-bot' : (personOf(sender)?.name ?? sender))
/** @param {string} id */
const isUnread = (id) => id !== chat().id && (state.newest[id] ?? 0) > (memory.seen[id] ?? 0)

const view = () => ({
  texts: texts(),
  timeZone: state.timeZone,
  me: me().externalId,
  nameOf,
  /** @param {string | null} sender */
  roleOf: (sender) => {
    const person = personOf(sender)
    return person ? roleText(person, texts()) : ''
  },
  /** @param {api.Message} message @param {number} index */
  onPress: (message, index) => attempt(api.press({ ...act(), message: message.id, index })).catch(() => undefined),
  /** @param {api.Message} message */
  onReply: (message) => composer.reply(message),
  /** @param {api.Message} message */
  onChange: (message) => composer.change(message),
})

const clock = startClock({
  timeZone: state.timeZone,
  movable: state.movable,
  weekdays: () => texts().weekdays,
  onMove: async (to) => clock.tell((await attempt(api.moveClock(to))).now),
})
const room = createRoom({
  view,
  read: async (id) => (await attempt(api.getMessages(id))).messages,
  onSeen: (id, newest) => {
    memory.seen[id] = Math.max(newest, memory.seen[id] ?? 0)
    remember(memory)
  },
})
const composer = startComposer({
  texts,
  bot: state.bot,
  nameOf,
  onFault: showFault,
  onSend: ({ text, files, replyTo, changes }) => {
    if (changes !== undefined) return attempt(api.change({ ...act(), message: changes, text }))
    const said = { ...act(), ...(replyTo === undefined ? {} : { replyTo }) }
    return attempt(files.length > 0 ? uploadAll({ ...said, caption: text }, files) : api.say({ ...said, text }))
  },
})

/**
 * Sends files in their order, several as albums of ten with the caption under the first.
 * @param {Parameters<typeof api.upload>[0]} said
 * @param {File[]} files
 */
async function uploadAll(said, files) {
  const together = crypto.randomUUID()
  for (const [index, file] of files.entries()) {
    const album = files.length > 1 ? { album: `${together}-${Math.floor(index / 10)}` } : {}
    await api.upload({ ...said, ...album, caption: index === 0 ? said.caption : '' }, file)
  }
}

/**
 * Shows why something failed; clears the last fault where it works.
 * @template T
 * @param {Promise<T>} doing
 */
async function attempt(doing) {
  try {
    const done = await doing
    showFault('')
    return done
  } catch (error) {
    showFault(fill(texts().failed, { reason: error instanceof Error ? error.message : String(error) }))
    throw error
  }
}

/** @param {string} fault */
function showFault(fault) {
  byId('fault').textContent = fault
  byId('fault').hidden = !fault
}

function drawFrame() {
  const person = me()
  const { kind, title } = chat()
  document.documentElement.lang = memory.language ?? 'vi'
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = String(texts()[/** @type {keyof typeof TEXTS.vi} */ (element.getAttribute('data-text'))])
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    const label = String(texts()[/** @type {keyof typeof TEXTS.vi} */ (element.getAttribute('data-label'))])
    element.setAttribute('aria-label', label)
  }
  byId('language').textContent = memory.language === 'en' ? 'Tiếng Việt' : 'English'
  byId('language').lang = memory.language === 'en' ? 'vi' : 'en'
  byId('chat-title').textContent = title
  byId('chat-kind').textContent =
    kind === 'group'
      ? texts().groupKind
      : fill(texts().privateKind, { name: `${person.name} (${roleText(person, texts())})` })
  document.title = `${title} · tdkt-bot`
  drawLists()
  drawExamples()
  clock.draw()
  composer.draw()
}

function drawLists() {
  const common = { texts: texts(), isUnread }
  drawPersons(byId('person'), state.people, { ...common, me: me().externalId })
  const list = byId('chats')
  const focused = [...list.children].findIndex((entry) => entry.contains(document.activeElement))
  list.replaceChildren(...chatList(chats(), { ...common, open: chat().id, onOpen: enterChat }))
  list.children[focused]?.querySelector('button')?.focus()
}

function drawExamples() {
  const { role, unit } = me()
  const asks = texts().asks
  const spoken = room.messages().some(({ sender }) => sender === me().externalId)
  const list = role === 'stranger' ? asks.stranger : unit && role !== 'member' ? asks.unit : asks.all
  const buttons = (spoken ? [] : list).map((ask) => {
    const text = chat().kind === 'group' && !ask.startsWith('/') ? `@${state.bot} ${ask}` : ask
    const onclick = () => {
      void attempt(api.say({ ...act(), text })).catch(() => undefined)
      byId('scroll').focus() // the examples go away: the keyboard goes on at the answer
    }
    return make('button', { type: 'button', onclick }, [ask])
  })
  byId('examples').replaceChildren(...buttons)
  byId('examples').hidden = buttons.length === 0
}

/** Reads everything anew. */
async function loadAll() {
  Object.assign(state, await attempt(api.getState()))
  clock.tell(state.now)
  await openChat(chat().id)
}

/** @param {string} id */
async function openChat(id) {
  memory.chat = id
  remember(memory)
  await room.open(id).catch(() => undefined)
  drawFrame()
}

/** As `openChat`, by a person: what was being written to the last chat is not a reply in this one. @param {string} id */
function enterChat(id) {
  memory.chat = id
  composer.open(chat().kind)
  void openChat(id)
}

/** @param {api.Message} message */
function onMessage(message) {
  state.newest[message.chat] = Math.max(message.id, state.newest[message.chat] ?? 0)
  room.take(message)
  drawLists()
  drawExamples()
}

byId('person').addEventListener('change', (event) => {
  const inPrivate = chat().kind === 'private'
  memory.person = /** @type {HTMLSelectElement} */ (event.target).value
  enterChat(inPrivate ? memory.person : chat().id)
})
byId('language').addEventListener('click', () => {
  memory.language = memory.language === 'en' ? 'vi' : 'en'
  remember(memory)
  drawFrame()
  room.draw()
})

clock.tell(state.now)
composer.open(chat().kind)
drawFrame()
api.listen({
  // also after a lost connection: what was said meanwhile is read then
  onOpen: () => void loadAll().catch(() => undefined),
  onLost: () => showFault(texts().offline),
  onMessage,
  onGone: room.drop,
  onClock: (now) => clock.tell(now),
})

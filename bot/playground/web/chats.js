// @ts-check
import { make } from './dom.js'

/**
 * @typedef {import('./api.js').State} State
 * @typedef {import('./api.js').Person} Person
 * @typedef {import('./texts.js').Texts} Texts
 * @typedef {{ id: string, kind: 'group' | 'private', title: string }} Chat
 */

/**
 * The chats a person takes part in, the private one last.
 * @param {State} state
 * @param {Person} person
 * @param {Texts} texts
 * @returns {Chat[]}
 */
export function chatsOf(state, person, texts) {
  const groups = person.groups ? state.groups : []
  return [
    ...groups.map(({ externalId, title }) => ({ id: externalId, kind: /** @type {const} */ ('group'), title })),
    { id: person.externalId, kind: 'private', title: texts.privateTitle },
  ]
}

/**
 * @param {Chat[]} chats
 * @param {{ texts: Texts, open: string, isUnread: (chat: string) => boolean, onOpen: (chat: string) => void }} view
 */
export function chatList(chats, { texts, open, isUnread, onOpen }) {
  return chats.map(({ id, kind, title }) => {
    const unread = isUnread(id)
    const button = make('button', { type: 'button', className: `entry ${kind}`, onclick: () => onOpen(id) }, [
      make('span', { className: 'mark', attributes: { 'aria-hidden': 'true' } }, [kind === 'group' ? '#' : '★']),
      make('span', { className: 'names' }, [
        make('b', {}, [title]),
        make('small', {}, [kind === 'group' ? texts.group : texts.privately]),
      ]),
      unread ? make('span', { className: 'dot' }, [make('span', { className: 'sr' }, [texts.unread])]) : undefined,
    ])
    if (id === open) button.setAttribute('aria-current', 'true')
    return make('li', {}, [button])
  })
}

/**
 * Fills the choice of persons to speak as; one with news in private is marked. The options stay the same elements, so that an open choice
 * stays open.
 * @param {HTMLElement} select
 * @param {Person[]} people
 * @param {{ texts: Texts, me: string, isUnread: (chat: string) => boolean }} view
 */
export function drawPersons(select, people, { texts, me, isUnread }) {
  people.forEach((person, index) => {
    const option = select.children[index] ?? select.appendChild(make('option', { value: person.externalId }))
    const mark = person.externalId !== me && isUnread(person.externalId) ? ' •' : ''
    option.textContent = `${person.name} · ${roleText(person, texts)}${mark}`
    if (option instanceof HTMLOptionElement) option.selected = person.externalId === me
  })
}

/**
 * "Trưởng Công an phường".
 * @param {Person} person
 * @param {Texts} texts
 */
export function roleText(person, texts) {
  const role = texts.roles[person.role]
  if (!person.unit) return role
  return person.role === 'member' ? `${role}, ${person.unit}` : `${role} ${person.unit}`
}

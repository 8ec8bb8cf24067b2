import { Audience, type Announcement } from '#domain/announcements/announcement.ts'
import { toggled, type Toggle } from '#domain/announcements/toggle.ts'
import type { ChatId, RoundId, UnitId } from '#domain/ids.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { resolveAudience } from '#prisma/announcement-audience.ts'
import { roundsOf } from '#prisma/rounds.ts'
import { listUnits } from '#prisma/units.ts'
import { changed, stillDraft, toDo, type OneAct } from './announce-which.ts'
import { audienceLine, toldOf } from './announce-words.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL } from './find-unit.ts'

const PER_PAGE = 8

/** The whole menu, its groups, or a page of its units. */
type Menu = { of: 'all' } | { of: 'groups' | 'units'; page: number }

/**
 * Shows who can be told, changed by one press first where the words say so: "nhom 1" (the groups, page 1), "nhom 1 <id>" (with one group
 * switched), "donvi 2 <id>", "tat-ca-nhom", "tat-ca-donvi", "thanh-vien", "dot <id>".
 */
export const chooseAudience: OneAct = async (context, draft, words) => {
  const [place = '', second = '', third] = words.split(' ')
  const menu: Menu =
    place === 'nhom' || place === 'donvi'
      ? { of: place === 'nhom' ? 'groups' : 'units', page: Number(second) || 1 }
      : { of: 'all' }
  const toggle = toggleIn(place, menu.of === 'all' ? second : third)
  const known = await knownIn(context)
  if (!toggle) return [await MENUS[menu.of](context, stillDraft(draft), menuPage(menu))]
  const audience = toggled(draft.audience, toggle, {
    groups: known.groups.map(({ id }) => id),
    units: known.units.map(({ id }) => id),
  })
  return [await MENUS[menu.of](context, await changed(context, draft, ['draft'], { audience }), menuPage(menu))]
}

const menuPage = (menu: Menu): number => (menu.of === 'all' ? 1 : menu.page)

function toggleIn(place: string, id: string | undefined): Toggle | undefined {
  if (place === 'tat-ca-nhom') return { groups: 'all' }
  if (place === 'tat-ca-donvi') return { heads: 'all' }
  if (place === 'thanh-vien') return { members: true }
  if (!id) return undefined
  if (place === 'nhom') return { groups: id as ChatId }
  if (place === 'donvi') return { heads: id as UnitId }
  return place === 'dot' ? { missingIn: id as RoundId } : undefined
}

async function knownIn({ db, council }: CouncilContext) {
  const told = await resolveAudience(db, council.id, Audience.parse({ groups: 'all' }))
  const groups = told.flatMap(({ chatId, name }) => (chatId === undefined ? [] : [{ id: chatId, name }]))
  return { groups, units: await listUnits(db, council.id) }
}

const MENUS: Record<Menu['of'], (context: CouncilContext, draft: Announcement, page: number) => Promise<Reply>> = {
  all: wholeMenu,
  groups: async (context, draft, page) => {
    const { groups } = await knownIn(context)
    const { groups: chosen } = draft.audience
    const entries = groups.map(({ id, name }) => ({ id, name, on: chosen === 'all' || chosen.includes(id) }))
    return pagedMenu(context, draft, { place: 'nhom', entries, page })
  },
  units: async (context, draft, page) => {
    const { units } = await knownIn(context)
    const { heads } = draft.audience
    const entries = units.map(({ id, name }) => ({ id, name, on: heads === 'all' || heads.includes(id) }))
    return pagedMenu(context, draft, { place: 'donvi', entries, page })
  },
}

async function wholeMenu(context: CouncilContext, draft: Announcement): Promise<Reply> {
  const { id, audience } = draft
  const { groups, units } = await knownIn(context)
  const rounds = await roundsOf(context.db, context.council.id, ['open'])
  const set = (key: string, on: boolean, words: string, values: Message['values'] = {}): Choice =>
    toggle({ key, values }, on, `/thongbao nhan @${id} ${words}`)
  const everyone = { groups: audience.groups === 'all', units: audience.heads === 'all' }
  return {
    head: [{ key: 'announce-choose-audience' }, audienceLine(await toldOf(context, draft), draft)],
    choices: [
      [set('announce-all-groups', everyone.groups, 'tat-ca-nhom', { count: groups.length })],
      ...(groups.length > 1 ? [[toDo('choice-announce-some-groups', 'nhan', id, 'nhom 1')]] : []),
      [set('announce-all-heads', everyone.units, 'tat-ca-donvi', { count: units.length })],
      ...(units.length > 1 ? [[toDo('choice-announce-some-heads', 'nhan', id, 'donvi 1')]] : []),
      [set('announce-all-members', audience.members, 'thanh-vien')],
      ...rounds.map((round) => {
        const title = shorten(round.title, LONGEST_LABEL - 20)
        return [set('announce-missing-in', audience.missingIn === round.id, `dot ${round.id}`, { round: title })]
      }),
      [toDo('choice-announce-audience-done', 'gui-toi', id)],
    ],
    replace: true,
    personal: true,
  }
}

interface Paged {
  place: 'nhom' | 'donvi'
  entries: { id: string; name: string; on: boolean }[]
  page: number
}

async function pagedMenu(
  context: CouncilContext,
  draft: Announcement,
  { place, entries, page }: Paged,
): Promise<Reply> {
  const { id } = draft
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE))
  const number = Math.min(Math.max(page, 1), pages)
  const shown = entries.slice((number - 1) * PER_PAGE, number * PER_PAGE)
  const line = `/thongbao nhan @${id} ${place}`
  const previous = number > 1 ? [{ label: { key: 'page-previous' }, line: `${line} ${number - 1}` }] : []
  const next = number < pages ? [{ label: { key: 'page-next' }, line: `${line} ${number + 1}` }] : []
  return {
    head: [{ key: 'announce-choose-audience' }, audienceLine(await toldOf(context, draft), draft)],
    foot: pages > 1 ? [{ key: 'page-of', values: { page: number, pages } }] : [],
    choices: [
      ...shown.map((entry) => {
        const label = { key: 'text', values: { text: shorten(entry.name, LONGEST_LABEL) } }
        return [toggle(label, entry.on, `${line} ${number} ${entry.id}`)]
      }),
      ...(pages > 1 ? [[...previous, ...next]] : []),
      [toDo('choice-announce-back', 'nhan', id), toDo('choice-announce-audience-done', 'gui-toi', id)],
    ],
    replace: true,
    personal: true,
  }
}

const toggle = (label: Message, on: boolean, line: string): Choice => ({
  label: { key: on ? 'choice-on' : 'choice-off', values: { label } },
  line,
})

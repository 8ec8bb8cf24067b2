import { z } from 'zod'
import { answered, BUILT_IN, openFields, type Answers, type BuiltIn } from '#domain/announcements/built-in.ts'
import { LONGEST_TEXT } from '#domain/announcements/compose.ts'
import type { Choice, Message, Reply, RichText } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { joinTexts } from '#locales/translate.ts'
import { audit } from '#prisma/audit.ts'
import { keepTemplate, removeTemplate, templatesOf } from '#prisma/templates.ts'
import { newDraft } from './announce-compose.ts'
import { preview } from './announce-preview.ts'
import { changed, toDo, type OneAct } from './announce-which.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL } from './find-unit.ts'

const isBuiltIn = (name: string): name is BuiltIn => name in BUILT_IN

/**
 * Notices to begin with: "" lists them, "@meeting", "@papers" and "@launch" are filled in field by field ("@meeting =<answers so far> <answer>"), "@dung
 * <id>" takes one of the council's own, "@bo <id>" and "@bo-chac <id>" remove it.
 */
export async function templates(context: CouncilContext, words: string): Promise<Reply[]> {
  const [, name = '', rest = ''] = /^@(\S+)\s*([^]*)$/.exec(words) ?? []
  if (isBuiltIn(name)) return fillIn(context, name, rest)
  if (name === 'dung') return useOwn(context, rest)
  if (name === 'bo') return [await askRemove(context, rest)]
  if (name === 'bo-chac') return [await remove(context, rest)]
  return [await templateList(context)]
}

const TITLES: Record<BuiltIn, string> = {
  meeting: 'choice-template-meeting',
  papers: 'choice-template-papers',
  launch: 'choice-template-launch',
}

async function templateList({ db, council }: CouncilContext): Promise<Reply> {
  const own = await templatesOf(db, council.id)
  const builtIn = Object.entries(TITLES).map(([name, key]): Choice[] => [
    { label: { key }, line: `/thongbao mau @${name}` },
  ])
  const choices = own.map(({ id, name }): Choice[] => [
    { label: { key: 'text', values: { text: shorten(name, LONGEST_LABEL) } }, line: `/thongbao mau @dung ${id}` },
    { label: { key: 'choice-template-remove' }, line: `/thongbao mau @bo ${id}` },
  ])
  return { head: [{ key: 'announce-templates' }], choices: [...builtIn, ...choices], menu: true }
}

/** Takes an answer and asks for the next field; where all are answered the notice is a draft. */
async function fillIn(context: CouncilContext, template: BuiltIn, words: string): Promise<Reply[]> {
  const [, kept, given = ''] = /^(?:=(\S*)(?:\s+|$))?([^]*)$/.exec(words) ?? []
  const before = readAnswers(kept ?? '')
  const answers = given.trim() === '' ? before : answered(template, before, given)
  const [field] = openFields(template, answers)
  if (field !== undefined) return [askField(template, answers, field)]
  const body = noticeText(context, template, answers)
  if (body.text.length > LONGEST_TEXT) throw new UserError('announce-text-too-long', { most: LONGEST_TEXT })
  const draft = await newDraft(context)
  const written = await changed(context, draft, ['draft'], { parts: [{ body, media: [] }] })
  return preview(context, written, '')
}

function askField(template: BuiltIn, answers: Answers, field: string): Reply {
  const isFirst = Object.keys(answers).length === 0
  return {
    head: [
      { key: 'announce-field', values: { field: fieldName(template, field) } },
      ...(isFirst ? [{ key: 'announce-field-how' }] : []),
    ],
    asks: `/thongbao mau @${template} =${keptAnswers(answers)}`,
    personal: true,
  }
}

/** Answers as one word of a command line. */
const keptAnswers = (answers: Answers): string => Buffer.from(JSON.stringify(answers)).toString('base64url')

const Kept = z.record(z.string(), z.string())

function readAnswers(kept: string): Answers {
  try {
    return Kept.parse(JSON.parse(Buffer.from(kept, 'base64url').toString()))
  } catch {
    return {}
  }
}

const fieldName = (template: BuiltIn, field: string): Message => ({ key: FIELDS[template][field]! })

const FIELDS: Record<BuiltIn, Record<string, string>> = {
  meeting: {
    time: 'template-meeting-time',
    place: 'template-meeting-place',
    agenda: 'template-meeting-agenda',
    attendees: 'template-meeting-attendees',
  },
  papers: {
    content: 'template-papers-content',
    deadline: 'template-papers-deadline',
    receiver: 'template-papers-receiver',
  },
  launch: {
    movement: 'template-launch-movement',
    period: 'template-launch-period',
    scope: 'template-launch-scope',
  },
}

const FRAMES: Record<BuiltIn, { title: string; close: string }> = {
  meeting: { title: 'template-meeting', close: 'template-meeting-close' },
  papers: { title: 'template-papers', close: 'template-papers-close' },
  launch: { title: 'template-launch', close: 'template-launch-close' },
}

/** The notice in the person's language; fields that were left out are not in it. */
function noticeText({ translate, council }: CouncilContext, template: BuiltIn, answers: Answers): RichText {
  const { title, close } = FRAMES[template]
  const fields = BUILT_IN[template].flatMap(({ name }) => {
    const value = answers[name]
    return value ? [{ key: 'template-line', values: { field: fieldName(template, name), value } }] : []
  })
  const values = { council: council.name }
  return joinTexts([{ key: title, values }, ...fields, { key: close, values }].map(translate), '\n')
}

async function ownTemplate({ db, council }: CouncilContext, id: string) {
  const found = (await templatesOf(db, council.id)).find((one) => one.id === id)
  if (!found) throw new UserError('announce-template-gone')
  return found
}

async function useOwn(context: CouncilContext, id: string): Promise<Reply[]> {
  const { parts } = await ownTemplate(context, id)
  const draft = await newDraft(context)
  return preview(context, await changed(context, draft, ['draft'], { parts }), '')
}

async function askRemove(context: CouncilContext, id: string): Promise<Reply> {
  const { name } = await ownTemplate(context, id)
  const yes = { label: { key: 'choice-template-remove-sure' }, line: `/thongbao mau @bo-chac ${id}` }
  const no = { label: { key: 'choice-no' }, line: '/thongbao mau' }
  return { head: [{ key: 'announce-template-remove-sure', values: { name } }], choices: [[yes, no]], personal: true }
}

async function remove(context: CouncilContext, id: string): Promise<Reply> {
  const { name } = await ownTemplate(context, id)
  await removeTemplate(context.db, context.council.id, id)
  await record(context, 'template-removed', name)
  return { head: [{ key: 'announce-template-removed', values: { name } }], replace: true }
}

const LONGEST_NAME = 60

/** Keeps the parts of a draft under a name, which is asked for. */
export const keepAsTemplate: OneAct = async (context, draft, words) => {
  if (draft.parts.length === 0) throw new UserError('announce-empty')
  const name = words.replace(/\s+/g, ' ').trim()
  if (name === '')
    return [{ head: [{ key: 'announce-template-name' }], asks: `/thongbao luu-mau @${draft.id}`, personal: true }]
  if (name.length > LONGEST_NAME) throw new UserError('announce-template-name-too-long', { most: LONGEST_NAME })
  await keepTemplate(context.db, context.council.id, { name, parts: draft.parts }, context.now)
  await record(context, 'template-saved', name)
  const choices = [[toDo('choice-announce-preview', 'xem-truoc', draft.id)]]
  return [{ head: [{ key: 'announce-template-kept', values: { name } }], choices, personal: true }]
}

async function record(
  { db, council, person, now }: CouncilContext,
  action: 'template-saved' | 'template-removed',
  template: string,
) {
  await audit(db, { councilId: council.id, personId: person.id, action, details: { template } }, now)
}

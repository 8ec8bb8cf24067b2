import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answer } from '#commands/answer.ts'
import type { Command, Context } from '#commands/command.ts'
import type { Inbound } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import { seeChat } from '#prisma/chats.ts'
import { seePerson } from '#prisma/persons.ts'
import { ask } from '#prisma/questions.ts'
import { journal } from '#prisma/inbox.ts'
import { testDatabase } from '../support/database.ts'
import { NO_FLOOD_LIMITS } from '../support/no-flood-limits.ts'

const now = new Date('2025-02-20T01:00:00Z')
const CHAT = { externalId: 'an', kind: 'private' as const }
const document = { kind: 'file' as const, messageId: '7', fileId: 'F', name: 'giay-moi.pdf', size: 9 }
const picture = { ...document, fileId: 'P', name: 'photo.jpg', picture: true }
const spans = [{ style: 'bold' as const, offset: 0, length: 3 }]

/** A person to whom a question is put, and a command of any name that keeps how it was called. */
async function given(question?: string) {
  const db = await testDatabase()
  const ran: { name: string; text: string; context: Context }[] = []
  const command = (name: string, understands?: Command['understands']): Command => ({
    name,
    aliases: [],
    about: 'person',
    act: 'help',
    args: z.string(),
    ...(understands && { understands }),
    run: (context, text) => Promise.resolve((ran.push({ name, text, context }), [])),
  })
  const chat = await seeChat(db, { platform: 'telegram', ...CHAT }, now)
  const personId = await seePerson(db, { platform: 'telegram', externalId: 'an', name: 'An' }, now)
  if (question) await ask(db, { chatId: chat.id, personId }, question, now)
  const said: string[] = []
  const complain = (fields: object) => expect.fail(JSON.stringify(fields))
  const send = async (event: Inbound['event']) => {
    const inbound: Inbound = {
      platform: 'telegram',
      externalId: `update-${ran.length}`,
      chat: CHAT,
      sender: { externalId: 'an', name: 'An' },
      event,
    }
    const row = await journal(db, inbound, now, { by: 'test', now, until: now })
    await answer(
      {
        db,
        commands: [command('thongbao'), command('denghi'), command('viec', (text) => Promise.resolve(text))],
        surroundings: {
          defaultLocale: 'vi',
          defaultTimeZone: 'Asia/Ho_Chi_Minh',
          inviteLink: () => undefined,
          calendarAddress: undefined,
          translators: loadTranslators(),
        },
        say: (_, __, reply) => Promise.resolve(said.push(reply.head[0]?.key ?? '') > 0),
        fetchFile: () => Promise.reject(new Error('fetched')),
        flood: NO_FLOOD_LIMITS,
        clock: () => now,
        log: { warn: complain, error: complain },
      },
      { id: row!.id, by: 'test' },
      inbound,
    )
  }
  const isOpen = async () => (await db.question.count({ where: { chatId: chat.id } })) === 1
  return { ran, said, send, isOpen }
}

describe('a file that comes while an announcement is written', () => {
  it.each<[string, Inbound['event'], string]>([
    ['a document', document, ''],
    ['a picture', picture, ''],
    ['a picture with words, which keep their marks', { ...picture, caption: 'Mời họp', spans }, 'Mời họp'],
    ['a document with words', { ...document, caption: '/kehoach', spans }, '/kehoach'],
  ])('is part of it: %s', async (_, event, caption) => {
    const { ran, said, send, isOpen } = await given('/thongbao soan @1')
    await send(event)
    const body = { text: caption, spans: caption ? spans : [] }
    expect(ran).toMatchObject([
      { name: 'thongbao', text: `soan @1 ${caption}`.trim(), context: { file: event, message: { id: '7', body } } },
    ])
    expect([said, await isOpen()]).toEqual([[], false])
  })
})

describe('a file for which nobody asked', () => {
  it('is asked like its words alone where it is a picture with words', async () => {
    const { ran, send } = await given()
    await send({ ...picture, caption: 'quý này có gì?', spans })
    expect(ran).toMatchObject([{ name: 'viec', text: 'quý này có gì?', context: { message: { body: { spans } } } }])
  })

  it('answers another open question by its words, where it is a picture with words', async () => {
    const { ran, send, isOpen } = await given('/denghi 1')
    await send({ ...picture, caption: '3tt 5cn' })
    expect(ran).toMatchObject([{ name: 'denghi', text: '1 3tt 5cn' }])
    expect(await isOpen()).toBe(false)
  })

  it('may be a plan, and leaves another question open', async () => {
    const { ran, said, send, isOpen } = await given('/denghi 1')
    await send(document)
    expect([ran, said, await isOpen()]).toEqual([[], ['file-not-taken'], true])
  })
})

describe('a text longer than a question ever is', () => {
  const text = 'Kính gửi '.repeat(400)
  const long = { kind: 'text' as const, messageId: '7', text, addressed: 'private' as const }

  it('is part of an announcement that is being written', async () => {
    const { ran, send } = await given('/thongbao soan @1')
    await send(long)
    expect(ran).toMatchObject([{ name: 'thongbao', text: `soan @1 ${text.trim()}` }])
  })

  it.each([undefined, '/denghi 1'])('is not read otherwise: %s', async (question) => {
    const { ran, said, send } = await given(question)
    await send(long)
    expect([ran, said]).toEqual([[], ['text-too-long']])
  })
})

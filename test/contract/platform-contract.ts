import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PromptId } from '#domain/ids.ts'
import { RichText, type Inbound, type Outbound } from '#domain/messages.ts'
import { carriesFile } from '#domain/platforms.ts'
import type { Platform } from '#bot/platform.ts'
import { png } from '../support/png.ts'
import { until } from '../support/until.ts'

/** What a message looks like to the people of a chat. */
export interface Shown {
  text: string
  /** Labels of the choices, row by row. */
  choices: string[][]
  files?: { name: string; bytes: Uint8Array }[]
}

/** A platform with people on its other side, all of it new for each test. */
export interface Harness {
  platform: Platform
  /** The address of a private chat with one person, which the platform's network knows. */
  chat: string
  /** The person writes to the bot, perhaps in reply to a message of the bot. */
  say(text: string, repliesTo?: string): void | Promise<void>
  /** The person changes what they wrote. Left out where that cannot be, or the network tells nobody of it. */
  change?(messageId: string, text: string): void | Promise<void>
  /** The person takes choice `index` (counted through all rows) of a message. Left out where the platform has no buttons. */
  take?(messageId: string, index: number): void | Promise<void>
  /** The person sends a file. Left out where the platform has no files. */
  sendFile?(name: string, bytes: Uint8Array): void | Promise<void>
  /** What the person sees of a message now; undefined where there is no such message. */
  shown(messageId: string): Shown | undefined | Promise<Shown | undefined>
  /** The ids of the messages that are pinned in the chat. Left out where nothing can be pinned. */
  pinned?(): string[] | Promise<string[]>
  /** From now on the bot may not pin. Left out where it always may. */
  forbidPinning?(): void | Promise<void>
  /** The person shuts the bot out. Left out where that cannot be. */
  shutOut?(): void | Promise<void>
  /** The network shows no marks: the address of a link stands in brackets behind it. */
  plain?: true
  /** A text that is too long becomes several messages, which `shown` puts together. */
  splits?: true
  /** The network does not tell which message is replied to. */
  quotesNothing?: true
  /** A document that the network carries, where it does not carry every kind. */
  document?: { name: string; mime: string; bytes: Uint8Array }
  close(): Promise<void>
}

const plain = (text: string) => ({ text, spans: [] })

/** What every platform keeps to, whatever network is behind it. */
export function describePlatform(name: string, create: () => Promise<Harness>) {
  describe(`platform ${name}`, () => {
    let harness: Harness
    let inbox: Inbound[]
    const message = (more: Partial<Outbound> = {}): Outbound => ({
      chat: harness.chat,
      body: plain('Việc đến hạn trong Quý I/2025'),
      choices: [],
      ...more,
    })
    const sent = async (more?: Partial<Outbound>) => {
      const outcome = await harness.platform.send(message(more))
      if (outcome.state !== 'sent') throw new Error(`not sent: ${JSON.stringify(outcome)}`)
      return outcome.messageId
    }
    const received = <K extends Inbound['event']['kind']>(kind: K) =>
      until(() => inbox.find((one): one is Inbound & { event: { kind: K } } => one.event.kind === kind))

    beforeEach(async () => {
      harness = await create()
      inbox = []
      await harness.platform.start((inbound) => Promise.resolve(void inbox.push(inbound)))
    })
    afterEach(async () => {
      await harness.platform.stop()
      await harness.close()
    })

    it('hands on what a person writes', async () => {
      await harness.say('quý này có gì đến hạn?')
      const { chat, sender, event, platform } = await received('text')
      expect(platform).toBe(harness.platform.name)
      expect(chat).toMatchObject({ externalId: harness.chat, kind: 'private' })
      expect(sender?.externalId).toBeTruthy()
      expect(event).toMatchObject({ text: 'quý này có gì đến hạn?', addressed: 'private' })
    })

    it('tells which message of the bot is replied to', async ({ skip }) => {
      if (harness.quotesNothing) return skip('is not told which')
      const card = await sent()
      await harness.say('3 tập thể 5 cá nhân', card)
      expect((await received('text')).event).toMatchObject({ repliesTo: card })
    })

    it('hands on what a person makes of an earlier message', async ({ skip }) => {
      if (!harness.change) return skip('hears of no changes')
      await harness.say('3 tập thể 5 cá nhân')
      const { externalId, event } = await received('text')
      await harness.change(event.messageId, '3 tập thể 4 cá nhân')
      const later = await until(() => inbox.find((one) => one.event.kind === 'text' && one.event.edited === true))
      expect(later.event).toMatchObject({ messageId: event.messageId, text: '3 tập thể 4 cá nhân' })
      expect(later.externalId).not.toBe(externalId)
      expect(later.event).toHaveProperty('revision')
      expect((later.event as typeof event).revision).toBeGreaterThan(event.revision!)
    })

    it('shows a text', async () => {
      expect(await harness.shown(await sent())).toEqual({ text: 'Việc đến hạn trong Quý I/2025', choices: [] })
    })

    it('takes marked spans without showing their marks', async () => {
      const id = await sent({ body: { text: 'Hạn: <b>15/3</b>', spans: [{ style: 'bold', offset: 0, length: 4 }] } })
      expect((await harness.shown(id))?.text).toBe('Hạn: <b>15/3</b>')
      const all = RichText.shape.spans.element.shape.style.options
      const spans = all.map((style) => ({
        style,
        offset: 0,
        length: 8,
        ...(style === 'link' && { url: 'https://a.vn' }),
      }))
      const everything = await sent({ body: { text: 'Hạn: <b>15/3</b>', spans } })
      const text = harness.plain ? 'Hạn: <b> (https://a.vn)15/3</b>' : 'Hạn: <b>15/3</b>'
      expect((await harness.shown(everything))?.text).toBe(text)
    })

    it('edits a message in place, and its choices go where none are given', async ({ skip }) => {
      if (!harness.platform.capabilities.edit) return skip('cannot edit')
      const id = await sent({ choices: [['Đã xong']], prompt: randomUUID() as PromptId })
      expect(await sent({ edits: id, body: plain('Mục 7 đã xong') })).toBe(id)
      expect(await harness.shown(id)).toEqual({ text: 'Mục 7 đã xong', choices: [] })
    })

    it('counts an edit that changes nothing as sent', async ({ skip }) => {
      if (!harness.platform.capabilities.edit) return skip('cannot edit')
      const id = await sent()
      expect(await harness.platform.send(message({ edits: id }))).toEqual({ state: 'sent', messageId: id })
    })

    it('refuses to edit a message that is not there', async ({ skip }) => {
      if (!harness.platform.capabilities.edit) return skip('cannot edit')
      expect(await harness.platform.send(message({ edits: '999999' }))).toMatchObject({ state: 'refused' })
    })

    it('refuses to change or to take back what it cannot', async ({ skip }) => {
      if (harness.platform.capabilities.edit) return skip('can')
      const id = await sent()
      const refused = (reason: string) => ({ state: 'refused', reason })
      expect(await harness.platform.send(message({ edits: id }))).toEqual(refused('cannot-edit'))
      expect(await harness.platform.send(message({ deletes: id }))).toEqual(refused('cannot-delete'))
      expect(await harness.shown(id)).toBeDefined()
    })

    it('sends what it cannot pin, and tells so', async ({ skip }) => {
      if (harness.platform.capabilities.pin) return skip('can pin')
      expect(await harness.platform.send(message({ pin: {} }))).toMatchObject({
        state: 'sent',
        unpinned: 'cannot-pin',
      })
    })

    it('pins a message in place of another, and one that is pinned already', async ({ skip }) => {
      if (!harness.platform.capabilities.pin) return skip('cannot pin')
      const first = await sent({ pin: {} })
      expect(await harness.pinned?.()).toEqual([first])
      const second = await sent({ pin: { replaces: first } })
      expect(await harness.pinned?.()).toEqual([second])
      expect(await sent({ edits: second, body: plain('Quý II/2025'), pin: {} })).toBe(second)
      expect(await harness.pinned?.()).toEqual([second])
      await sent({ pin: { replaces: '999999' } })
      expect(await harness.pinned?.()).toHaveLength(2)
    })

    it('sends what it may not pin, and tells so', async ({ skip }) => {
      if (!harness.forbidPinning) return skip('may always pin')
      await harness.forbidPinning()
      const outcome = await harness.platform.send(message({ pin: {} }))
      expect(outcome).toMatchObject({ state: 'sent', unpinned: expect.stringContaining('not enough rights') as string })
      expect(await harness.pinned?.()).toEqual([])
    })

    it('offers choices and tells which one was taken', async ({ skip }) => {
      if (!harness.take) return skip('has no buttons')
      const prompt = randomUUID() as PromptId
      const choices = [['‹ Quý IV/2024', 'Quý II/2025 ›'], ['Việc của đơn vị tôi']]
      const id = await sent({ choices, prompt })
      expect((await harness.shown(id))?.choices).toEqual(choices)
      await harness.take(id, 2)
      expect((await received('choice')).event).toEqual({ kind: 'choice', messageId: id, prompt, index: 2 })
    })

    it('numbers the choices where there are no buttons', async ({ skip }) => {
      if (harness.platform.capabilities.buttons) return skip('has buttons')
      const choices = [['‹ Quý IV/2024', 'Quý II/2025 ›'], ['Việc của đơn vị tôi']]
      const id = await sent({ choices, prompt: randomUUID() as PromptId, hint: 'Trả lời bằng số:' })
      const lines = ['Trả lời bằng số:', '1. ‹ Quý IV/2024', '2. Quý II/2025 ›', '3. Việc của đơn vị tôi']
      expect((await harness.shown(id))?.text).toBe(`Việc đến hạn trong Quý I/2025\n\n${lines.join('\n')}`)
    })

    it('sends a file with its name', async ({ skip }) => {
      if (!harness.platform.capabilities.files) return skip('has no files')
      const calendar = { name: 'Lịch quý I.ics', mime: 'text/calendar', bytes: Buffer.from('BEGIN:VCALENDAR') }
      const { name, mime, bytes } = harness.document ?? calendar
      const file = { name, mime, base64: Buffer.from(bytes).toString('base64') }
      const shown = await harness.shown(await sent({ file, body: plain('Lịch') }))
      expect(shown).toMatchObject({ text: 'Lịch', files: [{ name }] })
      expect(Buffer.from(shown?.files?.[0]?.bytes ?? [])).toEqual(Buffer.from(bytes))
    })

    it('refuses a file of a kind that it does not carry', async ({ skip }) => {
      const bytes = Buffer.from('BEGIN:VCALENDAR')
      const file = { name: 'Lịch quý I.ics', mime: 'text/calendar', base64: bytes.toString('base64') }
      if (carriesFile(harness.platform.name, { name: file.name, size: bytes.length })) return skip('carries every kind')
      expect(await harness.platform.send(message({ file }))).toMatchObject({ state: 'refused', reason: 'file-type' })
    })

    it('shows a picture with its text', async ({ skip }) => {
      if (!harness.platform.capabilities.files) return skip('has no files')
      const bytes = png({ width: 40, height: 20 })
      const file = { name: 'tong-hop.png', mime: 'image/png', base64: bytes.toString('base64') }
      const shown = await harness.shown(await sent({ file, body: plain('Kết quả') }))
      expect(shown).toMatchObject({ text: 'Kết quả', files: [{ name: 'tong-hop.png' }] })
      expect(Buffer.from(shown?.files?.[0]?.bytes ?? [])).toEqual(bytes)
    })

    it('fetches a file that a person sends', async ({ skip }) => {
      if (!harness.sendFile) return skip('has no files')
      const bytes = Buffer.from('nội dung kế hoạch')
      await harness.sendFile('Kế hoạch 14.docx', bytes)
      const { event } = await received('file')
      expect(event).toMatchObject({ name: 'Kế hoạch 14.docx', size: bytes.length })
      expect(Buffer.from(await harness.platform.fetchFile(event.fileId))).toEqual(bytes)
    })

    describe('what a person sent', () => {
      /** Sends files of these contents; returns the platform's ids of them. */
      const given = async (...contents: string[]) => {
        for (const content of contents) await harness.sendFile?.(`${content}.pdf`, Buffer.from(content))
        const files = () => inbox.flatMap(({ event }) => (event.kind === 'file' ? [event.fileId] : []))
        await until(() => files().length === contents.length)
        return files().map((fileId) => ({ kind: 'document' as const, fileId }))
      }
      const contentsOf = async (id: string) =>
        (await harness.shown(id))?.files?.map(({ bytes }) => Buffer.from(bytes).toString())

      it('is given on by its id, with words and choices', async ({ skip }) => {
        if (!harness.sendFile) return skip('has no files')
        const choices = harness.take ? [['Đã nhận']] : []
        const id = await sent({ media: await given('giấy mời'), choices, prompt: randomUUID() as PromptId })
        expect(await harness.shown(id)).toMatchObject({ text: 'Việc đến hạn trong Quý I/2025', choices })
        expect(await contentsOf(id)).toEqual(['giấy mời'])
      })

      it('is given on together, and then has no choices', async ({ skip }) => {
        if (!harness.sendFile) return skip('has no files')
        const media = await given('giấy mời', 'chương trình', 'danh sách')
        const id = await sent({ media })
        expect(await harness.shown(id)).toMatchObject({ text: 'Việc đến hạn trong Quý I/2025' })
        expect(await contentsOf(id)).toEqual(['giấy mời', 'chương trình', 'danh sách'])
        const withChoice = message({ media, choices: [['Đã nhận']], prompt: randomUUID() as PromptId })
        expect(await harness.platform.send(withChoice)).toMatchObject({ state: 'refused' })
      })

      it('stays where its words are changed', async ({ skip }) => {
        if (!harness.sendFile || !harness.platform.capabilities.edit) return skip('has no files or cannot edit')
        const files = await given('giấy mời', 'chương trình', 'danh sách')
        for (const media of [files.slice(0, 1), files.slice(1)]) {
          const id = await sent({ media })
          expect(await sent({ edits: id, media, body: plain('Họp dời sang 16/3') })).toBe(id)
          expect(await harness.shown(id)).toMatchObject({ text: 'Họp dời sang 16/3', files: media.map(() => ({})) })
        }
      })

      it('that is not known is refused', async ({ skip }) => {
        if (!harness.sendFile) return skip('has no files')
        const media = [{ kind: 'photo' as const, fileId: '999999' }]
        expect(await harness.platform.send(message({ media }))).toMatchObject({ state: 'refused' })
      })

      it('is taken back with all its files', async ({ skip }) => {
        if (!harness.sendFile || !harness.platform.capabilities.edit) return skip('has no files or cannot take back')
        const id = await sent({ media: await given('chương trình', 'danh sách') })
        const other = await sent()
        expect(await sent({ deletes: id })).toBe(id)
        expect(await harness.shown(id)).toBeUndefined()
        expect(await harness.shown(other)).toBeDefined()
      })
    })

    it('takes back a message, and counts one that is gone as taken back', async ({ skip }) => {
      if (!harness.platform.capabilities.edit) return skip('cannot take back')
      const [id, other] = [await sent(), await sent()]
      for (let time = 1; time <= 2; time += 1) {
        expect(await harness.platform.send(message({ deletes: id, body: plain('') }))).toEqual({
          state: 'sent',
          messageId: id,
        })
        expect(await harness.shown(id)).toBeUndefined()
      }
      expect(await harness.shown(other)).toBeDefined()
    })

    it('refuses a text that is too long instead of throwing', async ({ skip }) => {
      const { textLimit } = harness.platform.capabilities
      if (!Number.isFinite(textLimit)) return skip('takes any length')
      if (harness.splits) return skip('makes several messages of it')
      expect(await harness.platform.send(message({ body: plain('a'.repeat(textLimit + 1)) }))).toMatchObject({
        state: 'refused',
      })
      expect(await harness.platform.send(message({ body: plain('a'.repeat(textLimit)) }))).toMatchObject({
        state: 'sent',
      })
    })

    it('makes several messages of a text that is too long', async ({ skip }) => {
      if (!harness.splits) return skip('refuses it')
      const long = Array.from({ length: 400 }, (_, index) => `Mục ${index + 1}: việc đến hạn`).join('\n')
      const id = await sent({ body: plain(long), choices: [['Đã xong']], prompt: randomUUID() as PromptId })
      const pieces = id.split(',')
      const texts = await Promise.all(pieces.map(async (piece) => (await harness.shown(piece))?.text ?? ''))
      expect(texts.length).toBeGreaterThan(1)
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(harness.platform.capabilities.textLimit)
      expect(texts.at(-1)).toMatch(/\n\n1\. Đã xong$/)
      const lines = texts.join('\n').split('\n')
      expect(lines.filter((line) => line.startsWith('Mục'))).toEqual(long.split('\n'))
    })

    it('tells that the bot is shut out', async ({ skip }) => {
      if (!harness.shutOut) return skip('cannot be shut out')
      await harness.shutOut()
      expect(await harness.platform.send(message())).toMatchObject({ state: 'refused', chatGone: true })
    })

    it('hears nothing after it was stopped', async () => {
      await harness.platform.stop()
      await harness.say('còn ai không')
      await new Promise((resolve) => setImmediate(resolve))
      expect(inbox).toEqual([])
    })
  })
}

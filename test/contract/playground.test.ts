import type { MessageView } from '#bot/playground/transcript.ts'
import { openPlayground } from '../bot/playground/open-playground.ts'
import { describePlatform, type Shown } from './platform-contract.ts'

const CHAT = 'lan'
const act = { person: CHAT, chat: CHAT, language: 'vi' }

describePlatform('playground', async () => {
  const { platform, post, request, close } = await openPlayground()
  const bytesOf = async (id: number) => new Uint8Array(await (await request(`/api/files/${id}`)).arrayBuffer())
  return {
    platform,
    chat: CHAT,
    say: async (text, repliesTo) => void (await post('/api/say', { ...act, text, replyTo: repliesTo })),
    change: async (id, text) => void (await post('/api/change', { ...act, message: Number(id), text })),
    take: async (id, index) => void (await post('/api/press', { ...act, message: Number(id), index })),
    async sendFile(name, bytes) {
      const form = new FormData()
      for (const [field, value] of Object.entries({ ...act, caption: '' })) form.set(field, value)
      form.set('file', new File([Uint8Array.from(bytes)], name))
      await request('/api/upload', { method: 'POST', body: form })
    },
    async shown(id): Promise<Shown | undefined> {
      const answer = await request(`/api/messages?chat=${CHAT}`)
      const { messages } = (await answer.json()) as { messages: MessageView[] }
      const message = messages.find((each) => String(each.id) === id)
      if (!message) return undefined
      const { text, choices } = message
      const files = await Promise.all(message.files.map(async ({ id, name }) => ({ name, bytes: await bytesOf(id) })))
      return { text, choices, ...(files.length > 0 && { files }) }
    },
    async pinned() {
      const answer = await request(`/api/messages?chat=${CHAT}`)
      const { messages } = (await answer.json()) as { messages: MessageView[] }
      return messages.filter(({ pinned }) => pinned).map(({ id }) => String(id))
    },
    close,
  }
})

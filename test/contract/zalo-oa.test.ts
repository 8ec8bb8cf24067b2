import { createZaloOa } from '#bot/zalo/oa/index.ts'
import { testDatabase } from '../support/database.ts'
import { APP_ID, FakeZaloOa, SECRET_KEY } from '../support/fake-zalo-oa.ts'
import { memoryLog } from '../support/memory-log.ts'
import { describePlatform, type Shown } from './platform-contract.ts'

const PERSON = '4100000000000000005'
const PDF = { name: 'Quyết định 12.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4 quyết định') }

describePlatform('zalo-oa', async () => {
  const network = new FakeZaloOa()
  network.people.set(PERSON, 'Thư ký')
  const platform = createZaloOa({
    appId: APP_ID,
    secretKey: SECRET_KEY,
    apiRoot: await network.listen(),
    tokens: network.tokens(),
    db: await testDatabase(),
    clock: () => new Date(network.now),
    log: memoryLog(),
  })
  network.connect(platform)
  return {
    platform,
    chat: PERSON,
    plain: true,
    splits: true,
    document: PDF,
    say: async (text, repliesTo) =>
      void (await network.say(PERSON, text, { fields: repliesTo === undefined ? {} : { quote_msg_id: repliesTo } })),
    sendFile: (name, bytes) => network.sendFile(PERSON, name, bytes),
    shown(ids): Shown | undefined {
      const messages = ids.split(',').flatMap((id) => network.sent.find((one) => one.id === id) ?? [])
      if (messages.length === 0) return undefined
      const files = messages.flatMap(({ attachment }) => network.uploads.get(attachment ?? '') ?? [])
      const text = messages.flatMap((one) => one.text ?? []).join('\n')
      return { text, choices: [], ...(files.length > 0 && { files }) }
    },
    shutOut: () => network.failNext('/v3.0/oa/message/cs', { code: -213 }),
    close: () => network.close(),
  }
})

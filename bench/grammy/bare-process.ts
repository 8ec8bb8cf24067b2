import { createServer } from 'node:http'
import { Bot, webhookCallback } from 'grammy'
import { listenLocally } from '../../test/support/local-server.ts'

/** A bot as grammY's first page has it: a fixed text to whatever is said. */
const [token, apiRoot, way] = process.argv.slice(2)
const bot = new Bot(token!, { client: { apiRoot: apiRoot! } })
bot.on('message', (context) => context.reply('Xin chào! Đây là một câu trả lời cố định.'))
if (way === 'webhook') {
  const listener = webhookCallback(bot, 'http')
  await bot.api.setWebhook(await listenLocally(createServer((request, response) => void listener(request, response))))
} else await bot.start()

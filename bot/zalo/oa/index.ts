import type { Hono } from 'hono'
import { TRAITS } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { factOf } from '#prisma/facts.ts'
import { seenChat } from '#prisma/heard.ts'
import { otherBotOf } from '#prisma/known-bots.ts'
import type { Log } from '../../log.ts'
import { heardBy, type Capabilities, type Platform, type SendOutcome } from '../../platform.ts'
import type { Sleep } from '../../sleep.ts'
import { createClient } from './client.ts'
import { looksLikeUser } from './doubts.ts'
import { fetchFile } from './fetch-file.ts'
import { accountRef, pathOfAccount, PLATFORM } from './identity.ts'
import { findings } from './probe.ts'
import { createReceiver } from './receiver.ts'
import { createSend } from './send.ts'
import type { Tokens } from './tokens.ts'
import { createUploads } from './upload.ts'
import { webhookRoutes, type Receiving } from './webhook.ts'

export interface ZaloOaOptions {
  /** Its number among the Official Accounts; left out: 1. */
  bot?: number
  appId: string
  /** The Official Account's secret key, with which Zalo signs events; not the app's secret. */
  secretKey: string
  /** Such as https://openapi.zalo.me */
  apiRoot: string
  tokens: Tokens
  db: Database
  clock: () => Date
  log: Log
  /** How waits pass; tests need not wait. */
  sleep?: Sleep
  /** All Official Accounts of the installation, to which this one adds itself: events come in at any of their addresses. Left out: it is the only one. */
  accounts?: Receiving[]
  /** What the authorization serves, beside the webhook. */
  authorizeRoutes?: Hono
  /** Zalo will take nothing more until a person did something; a reason as in outcomes. */
  onDown?: (reason: string) => void
}

/**
 * By the plan Growth 100 requests a minute for all; a fifth is left for looking up and uploading. The others are a courtesy to people: none is
 * documented.
 */
const LIMITS: Capabilities['limits'] = { perChatPerSecond: 1, perGroupPerMinute: 20, perSecond: 10, perMinute: 80 }

/** Its chats are those of another one. */
const OTHER_ACCOUNT: SendOutcome = {
  state: 'later',
  afterMs: 60_000,
  reason: 'other-account',
  everything: true,
  down: true,
}

/** A Zalo Official Account as a platform, by webhook. What is still to be sent may be sent after it was stopped. */
export function createZaloOa(options: ZaloOaOptions): Platform {
  const { appId, secretKey, tokens, db, clock, log, authorizeRoutes, accounts = [] } = options
  const ref = accountRef(options.bot)
  const client = createClient({ ...options, ref })
  const receiver = createReceiver({ ...options, ref }, client)
  const isGroup = async (externalId: string) => {
    const chat = await seenChat(db, { ...ref, externalId })
    return chat ? chat.kind === 'group' : !looksLikeUser(externalId)
  }
  const oaId = async () => receiver.account()?.oa_id ?? (await factOf(db, ref, 'account'))
  accounts.push({ appId, secretKey, oaId, deliver: receiver.deliver })
  const routes = webhookRoutes(accounts, log)
  const send = createSend({ client, uploads: createUploads(client, fetchFile, clock), isGroup, clock })
  if (authorizeRoutes) routes.route('/', authorizeRoutes)
  return {
    name: PLATFORM,
    bot: ref.bot,
    intake: 'webhook',
    path: pathOfAccount(ref.bot),
    capabilities: { ...TRAITS[PLATFORM], limits: LIMITS },
    routes,
    async start(onInbound) {
      await tokens.start()
      receiver.start(heardBy(ref.bot, onInbound))
    },
    async stop() {
      await receiver.stop()
      await tokens.stop()
    },
    async send(message) {
      // Whoever only sends does not start the receiver, and what waits may be sent before that has asked.
      if (accounts.length > 1) await receiver.meet()
      return receiver.isOther() ? OTHER_ACCOUNT : send(message)
    },
    fetchFile: async (fileId) => (await fetchFile(fileId)).bytes,
    probe: () => findings({ client, tokens, clock, otherOf: (id) => otherBotOf(db, ref, id) }),
  }
}

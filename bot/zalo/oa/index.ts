import type { Hono } from 'hono'
import { TRAITS } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { seenChat } from '#prisma/heard.ts'
import type { Log } from '../../log.ts'
import type { Capabilities, Platform } from '../../platform.ts'
import type { Sleep } from '../../sleep.ts'
import { createClient } from './client.ts'
import { looksLikeUser } from './doubts.ts'
import { fetchFile } from './fetch-file.ts'
import { OA_PATH, PLATFORM } from './identity.ts'
import { findings } from './probe.ts'
import { createReceiver } from './receiver.ts'
import { createSend } from './send.ts'
import type { Tokens } from './tokens.ts'
import { createUploads } from './upload.ts'
import { webhookRoutes } from './webhook.ts'

export interface ZaloOaOptions {
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

/** A Zalo Official Account as a platform, by webhook. What is still to be sent may be sent after it was stopped. */
export function createZaloOa(options: ZaloOaOptions): Platform {
  const { appId, secretKey, tokens, db, clock, log, authorizeRoutes } = options
  const client = createClient(options)
  const receiver = createReceiver(options, client)
  const isGroup = async (externalId: string) => {
    const chat = await seenChat(db, { platform: PLATFORM, externalId })
    return chat ? chat.kind === 'group' : !looksLikeUser(externalId)
  }
  const routes = webhookRoutes({
    appId,
    secretKey,
    oaId: () => receiver.account()?.oa_id,
    deliver: receiver.deliver,
    log,
  })
  if (authorizeRoutes) routes.route('/', authorizeRoutes)
  return {
    name: PLATFORM,
    path: OA_PATH,
    capabilities: { ...TRAITS[PLATFORM], limits: LIMITS },
    routes,
    async start(onInbound) {
      await tokens.start()
      receiver.start(onInbound)
    },
    async stop() {
      await receiver.stop()
      await tokens.stop()
    },
    send: createSend({ client, uploads: createUploads(client, fetchFile, clock), isGroup, clock }),
    fetchFile: async (fileId) => (await fetchFile(fileId)).bytes,
    probe: () => findings({ client, tokens, clock }),
  }
}

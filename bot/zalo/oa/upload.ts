import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Outbound } from '#domain/messages.ts'
import { carriesFile } from '#domain/platforms.ts'
import type { SendOutcome } from '../../platform.ts'
import type { Answer, OaClient } from './client.ts'
import { UPLOAD_LIVES_MS } from './doubts.ts'
import { FileFault, type FetchedFile } from './fetch-file.ts'
import { PLATFORM } from './identity.ts'

/** A file as messages name it. */
export interface Uploaded {
  picture: boolean
  token: string
}

/** A file that is to be sent: what is the same for the same file, and where its bytes are. */
export interface Source {
  key: string
  load: () => Promise<FetchedFile>
}

type Failure = Exclude<SendOutcome, { state: 'sent' }> | Exclude<Answer, { state: 'ok' }>
export type UploadResult = { state: 'uploaded'; file: Uploaded } | { state: 'failed'; why: Failure }

export interface Uploads {
  /** How many of these are not uploaded yet. */
  missing(sources: Source[]): number
  /** Uploads a file once for all messages of some days. Never rejects. */
  get(source: Source): Promise<UploadResult>
  /** Zalo does not know it any more. */
  forget(source: Source): void
}

const MOST_KEPT = 300
const PICTURE = /\.(png|jpe?g)$/i
const AGAIN_MS = 30_000
const Data = z.union([
  z.looseObject({ attachment_id: z.string().min(1) }).transform((data) => data.attachment_id),
  z.looseObject({ token: z.string().min(1) }).transform((data) => data.token),
])

/** The uploads of one Official Account, kept in memory; `sourcesOf` tells which files a message has, the bot's own first. */
export function createUploads(
  client: OaClient,
  fetchFile: (fileId: string) => Promise<FetchedFile>,
  clock: () => Date,
): Uploads & { sourcesOf: (message: Pick<Outbound, 'file' | 'media'>) => Source[] } {
  const kept = new Map<string, { at: number; result: Promise<UploadResult> }>()
  const fresh = ({ key }: Source) => {
    const found = kept.get(key)
    return found && clock().getTime() - found.at < UPLOAD_LIVES_MS ? found.result : undefined
  }
  const begin = (source: Source) => {
    const result = upload(client, source).then((ended) => {
      if (ended.state === 'failed') kept.delete(source.key)
      return ended
    })
    kept.delete(source.key)
    kept.set(source.key, { at: clock().getTime(), result })
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    return result
  }
  return {
    missing: (sources) => sources.filter((source) => fresh(source) === undefined).length,
    get: (source) => fresh(source) ?? begin(source),
    forget: ({ key }) => void kept.delete(key),
    sourcesOf({ file, media = [] }) {
      const sent = media.map(({ fileId }) => ({ key: fileId, load: () => fetchFile(fileId) }))
      return file ? [ownFile(file), ...sent] : sent
    },
  }
}

function ownFile({ name, base64 }: NonNullable<Outbound['file']>): Source {
  const key = createHash('sha256').update(`${name}\n${base64}`).digest('base64')
  return { key, load: () => Promise.resolve({ name, bytes: Buffer.from(base64, 'base64') }) }
}

async function upload(client: OaClient, source: Source): Promise<UploadResult> {
  const loaded = await source.load().catch((error: unknown) => unfetched(error))
  if ('state' in loaded) return { state: 'failed', why: loaded }
  const { name, bytes } = loaded
  const fault = unfit(name, bytes.length)
  if (fault !== undefined) return { state: 'failed', why: { state: 'refused', reason: fault } }
  const picture = PICTURE.test(name)
  const body = new FormData()
  body.set('file', new Blob([Uint8Array.from(bytes)]), name)
  const answer = await client.call({ path: `/v2.0/oa/upload/${picture ? 'image' : 'file'}`, body, booked: true })
  // Nobody has seen it: it may be uploaded again.
  if (answer.state === 'uncertain') return failed({ state: 'later', afterMs: AGAIN_MS, reason: answer.reason })
  if (answer.state !== 'ok') return failed(answer)
  const token = Data.safeParse(answer.data)
  if (!token.success) return failed({ state: 'later', afterMs: AGAIN_MS, reason: 'an upload without its token' })
  return { state: 'uploaded', file: { picture, token: token.data } }
}

function failed(why: Failure): UploadResult {
  return { state: 'failed', why }
}

/** Why a file cannot be uploaded, or undefined. */
function unfit(name: string, size: number): string | undefined {
  if (carriesFile(PLATFORM, { name, size })) return undefined
  return carriesFile(PLATFORM, { name, size: 0 }) ? 'file-size' : 'file-type'
}

function unfetched(error: unknown): Failure {
  if (!(error instanceof FileFault)) return { state: 'later', afterMs: AGAIN_MS, reason: 'the file cannot be fetched' }
  const reason = `the file cannot be fetched: ${error.message}`
  return error.forGood ? { state: 'refused', reason } : { state: 'later', afterMs: AGAIN_MS, reason }
}

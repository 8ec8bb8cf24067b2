import { createHash } from 'node:crypto'
import { isSameSecret } from '../../same-secret.ts'

export interface Signed {
  /** The bytes as they came: JSON that was written anew has another digest. */
  raw: Uint8Array
  /** The header `X-ZEvent-Signature`, with `mac=` before it or not. */
  signature: string
  /** Which time goes into the digest is told differently, the body's or that of `X-ZEvent-Timestamp`: either is taken. */
  timestamps: (string | undefined)[]
}

/** Whether Zalo signed it: SHA-256 (no HMAC) over app id, raw body, timestamp and the Official Account's secret key. */
export function isSigned({ raw, signature, timestamps }: Signed, appId: string, secretKey: string): boolean {
  const given = signature.trim().replace(/^mac=/i, '').toLowerCase()
  return timestamps.some((timestamp) => {
    if (timestamp === undefined) return false
    const expected = createHash('sha256').update(appId).update(raw).update(timestamp).update(secretKey).digest('hex')
    return isSameSecret(given, expected)
  })
}

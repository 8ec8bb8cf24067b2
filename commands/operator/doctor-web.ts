import { fault, note, well, type Finding } from '#domain/finding.ts'
import type { Settings } from './doctor-settings.ts'

const TIMEOUT_MS = 10_000

/** Who answers at an address: this program, something else by its status, or nobody and why. */
type Answer = 'bot' | { status: number } | { reason: string }

/** Whether the networks can reach the bot from outside. */
export async function webFindings({ PUBLIC_URL, HOST, PORT }: Settings): Promise<Finding[]> {
  if (!PUBLIC_URL)
    return [
      note('PUBLIC_URL is not set: no webhooks, no calendar addresses, no files by link', 'set it if you need them'),
    ]
  const here = `http://${reachable(HOST)}:${PORT}`
  const inside = await askWho(here)
  const outside = await askWho(PUBLIC_URL)
  return [...addressFindings(PUBLIC_URL), ...insideFindings(inside, here), ...outsideFindings(outside, inside, here)]
}

function addressFindings(address: string): Finding[] {
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:') return []
  if (/^(localhost|127\..*|\[::1\])$/.test(hostname)) return [note('PUBLIC_URL can be reached from this machine alone')]
  return [
    fault('PUBLIC_URL is not https: networks call webhooks over https alone', 'put a proxy with TLS before the bot'),
  ]
}

function insideFindings(inside: Answer, here: string): Finding[] {
  if (inside === 'bot') return [well(`the bot answers at ${here}`)]
  if ('status' in inside)
    return [fault(`another program answers at ${here}`, 'end it, or set PORT to one that nobody has')]
  return [note(`nobody answers at ${here} (${inside.reason})`, 'start the bot')]
}

function outsideFindings(outside: Answer, inside: Answer, here: string): Finding[] {
  if (outside === 'bot') return [well('the bot answers at PUBLIC_URL')]
  if ('reason' in outside) {
    const refused = outside.reason === 'ECONNREFUSED' && inside !== 'bot'
    const what = `PUBLIC_URL cannot be reached from here (${outside.reason})`
    return [refused ? note(what, 'start the bot') : fault(what, 'look at its DNS name, certificate and firewall')]
  }
  const what = `PUBLIC_URL answers, but not the bot does (HTTP ${outside.status})`
  return [inside === 'bot' ? fault(what, `let the proxy hand on to ${here}`) : note(what, 'start the bot')]
}

/** The page that is nowhere is told in the program's own words. */
async function askWho(root: string): Promise<Answer> {
  try {
    const answer = await fetch(`${root}/calendar/doctor.ics`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const isOurs = answer.status === 404 && (await answer.text()) === 'Not found'
    return isOurs ? 'bot' : { status: answer.status }
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

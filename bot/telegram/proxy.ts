import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { SocksProxyAgent } from 'socks-proxy-agent'

/** Connections are kept for a short while only: one that died unnoticed would make a send uncertain. */
const KEPT = { keepAlive: true, timeout: 10_000 }

/** Connections to an API root, through a proxy (http, https, socks, socks4, socks5) where one is given. */
export function agentFor(apiRoot: string, proxy: string | undefined): HttpAgent {
  if (proxy?.startsWith('socks')) return new SocksProxyAgent(proxy, KEPT)
  if (proxy) return new HttpsProxyAgent(proxy, KEPT)
  return apiRoot.startsWith('https:') ? new HttpsAgent(KEPT) : new HttpAgent(KEPT)
}

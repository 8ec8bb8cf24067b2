import { BlockList, isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono, type Context } from 'hono'

/** What whoever watches a process is told. */
export interface Watched {
  /** Why the process does not take part yet, or for a while, in one word; undefined: it does. */
  unready: () => Promise<string | undefined>
  /** Numbers in the text format of Prometheus. */
  metrics: () => Promise<{ type: string; text: string }>
}

/** What a proxy adds: behind one everybody seems to be near. */
const BY_PROXY = [
  ...['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'],
  ...['x-real-ip', 'cf-connecting-ip'],
]

/** `/healthz` and `/readyz` for everybody; `/metrics`, and why a process is not ready, for whoever is on this machine or in its private network. */
export function watchRoutes({ unready, metrics }: Watched): Hono {
  const near = privateAddresses()
  const isNear = (c: Context) => {
    const { address = '' } = getConnInfo(c).remote
    return BY_PROXY.every((name) => c.req.header(name) === undefined) && near(address)
  }
  const routes = new Hono()
  routes.get('/healthz', (c) => c.text('ok'))
  routes.get('/readyz', async (c) => {
    const why = await unready()
    return why === undefined ? c.text('ok') : c.text(isNear(c) ? why : 'unready', 503)
  })
  routes.get('/metrics', async (c) => {
    if (!isNear(c)) return c.notFound()
    const { type, text } = await metrics()
    return c.text(text, 200, { 'content-type': type })
  })
  return routes
}

/** Tells addresses of this machine and of private networks (RFC 1918, 4193, 3927, 4291) from all others. */
function privateAddresses(): (address: string) => boolean {
  const list = new BlockList()
  for (const [net, bits] of [
    ['127.0.0.0', 8],
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['169.254.0.0', 16],
  ] as const)
    list.addSubnet(net, bits, 'ipv4')
  list.addAddress('::1', 'ipv6')
  list.addSubnet('fc00::', 7, 'ipv6')
  list.addSubnet('fe80::', 10, 'ipv6')
  return (address) => {
    // One of IPv4 as a server of IPv6 sees it.
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
    return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
  }
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Has a server listen on a free port of this machine. Returns its root, without a slash at the end. */
export async function listenLocally(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Closes a server with all its connections. */
export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

/** A port of this machine that is free at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const { port } = new URL(await listenLocally(server))
  await closeServer(server)
  return Number(port)
}

export interface Upload {
  name: string
  bytes: Buffer
}

/** The parts of a multipart/form-data body; Node's own reader refuses the way grammY writes it. */
export function parseMultipart(body: Buffer, contentType: string): Record<string, unknown> {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1] ?? ''
  const delimiter = Buffer.from(`--${boundary}`)
  const parts: Record<string, unknown> = {}
  for (let at = body.indexOf(delimiter); at >= 0;) {
    const start = at + delimiter.length + 2
    const end = body.indexOf(delimiter, start)
    if (end < 0) break
    const split = body.indexOf('\r\n\r\n', start)
    const head = body.subarray(start, split).toString()
    const data = body.subarray(split + 4, end - 2)
    const name = /[; ]name="([^"]*)"/.exec(head)?.[1] ?? ''
    const file = /filename="?([^"\r\n]*)"?/.exec(head)?.[1]
    parts[name] = file === undefined ? value(data.toString()) : { name: file, bytes: Buffer.from(data) }
    at = end
  }
  return parts
}

function value(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' || typeof parsed === 'number' ? parsed : text
  } catch {
    return text
  }
}

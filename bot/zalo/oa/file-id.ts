/** A file that came in: where it is, and what it is called. Its name stands behind the address, as no other field of a message keeps it. */
export function writeFileId(url: string, name: string): string {
  return `${url.replace(/#.*$/, '')}#${encodeURIComponent(name)}`
}

/** Undefined where it is no file that came in by the web. */
export function readFileId(fileId: string): { url: string; name: string } | undefined {
  const [url = '', name = ''] = fileId.split('#')
  if (!/^https?:\/\//i.test(url)) return undefined
  try {
    return { url, name: decodeURIComponent(name) || 'file' }
  } catch {
    return undefined
  }
}

import { createHttp, NetworkFault } from '../http.ts'
import { readFileId } from './file-id.ts'

/** A file of 20 MB, which is the most that is fetched, over a slow line. */
const FETCH_MS = 60_000

/** A file that cannot be fetched. `forGood`: it is not there, or not a file that came in. */
export class FileFault extends Error {
  override name = 'FileFault'
  readonly forGood: boolean
  constructor(reason: string, forGood: boolean) {
    super(reason)
    this.forGood = forGood
  }
}

export interface FetchedFile {
  name: string
  bytes: Uint8Array
}

/** Fetches a file that came in by what its event made of it. Rejects with FileFault. */
export async function fetchFile(fileId: string): Promise<FetchedFile> {
  const file = readFileId(fileId)
  if (!file) throw new FileFault('no such file', true)
  const http = createHttp(file.url)
  try {
    const { status, bytes } = await http({ path: '', method: 'GET', timeoutMs: FETCH_MS })
    if (status !== 200) throw new FileFault(`HTTP ${status}`, status >= 400 && status < 500)
    return { name: file.name, bytes }
  } catch (error) {
    if (error instanceof NetworkFault) throw new FileFault(error.message, false)
    throw error
  }
}

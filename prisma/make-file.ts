import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'

/** A database holds tokens and what people told: what is made for it is its owner's alone. SQLite gives what it lays beside a file the file's rights. */
const OF_FILE = 0o600
const OF_FOLDER = 0o700

/** Makes an empty file, with its folders, where there is none; one that is there keeps its rights. */
export function makeFile(file: string) {
  makeFolder(path.dirname(path.resolve(file)))
  // Never one that is there: to close it again would end the locks that this process has on it.
  if (!existsSync(file)) closeSync(openSync(file, 'a', OF_FILE))
}

/** Makes a folder, with those above it, where there is none. */
export function makeFolder(folder: string) {
  mkdirSync(folder, { recursive: true, mode: OF_FOLDER })
}

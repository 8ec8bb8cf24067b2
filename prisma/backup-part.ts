import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import path from 'node:path'
import { BackupRefused } from './backup-refused.ts'

/** What SQLite lays beside a file while it writes to it. */
export const BESIDE = ['-wal', '-shm', '-journal'] as const
/** It holds tokens: for nobody else, from the first byte on. */
const MODE = 0o600

/** A file that is being written, under a name at which nobody takes it for whole. */
export interface Part {
  path: string
  /** Gives the whole file its name, in one step and for good; whatever had that name has it no more. */
  become(file: string): void
  /** Removes what is left of it; does nothing once it has its name, or where another file has taken its place. */
  remove(): void
}

/** Makes the empty file. Throws BackupRefused where it is there already, or cannot be made. */
export function beginPart(file: string): Part {
  try {
    closeSync(openSync(file, 'wx', MODE))
  } catch (error) {
    throw new BackupRefused(whyNot(file, (error as NodeJS.ErrnoException).code ?? 'unknown'), { cause: error })
  }
  const { ino } = statSync(file)
  const isMine = () => statSync(file, { throwIfNoEntry: false })?.ino === ino
  return {
    path: file,
    become(name) {
      if (!isMine()) throw new BackupRefused(`${file} was taken away while it was written`)
      writeThrough(file)
      renameSync(file, name)
      writeThrough(path.dirname(name))
    },
    remove() {
      if (isMine()) removePart(file)
    },
  }
}

/** Removes a file that is not whole, with what lies beside it. */
export function removePart(file: string) {
  for (const ending of ['', ...BESIDE]) rmSync(`${file}${ending}`, { force: true })
}

/** Gives a file the owner and the rights of another one, or of the folder where that is not there. */
export function ownLike(file: string, other: string) {
  const isThere = existsSync(other)
  const { uid, gid, mode } = statSync(isThere ? other : path.dirname(other))
  const own = statSync(file)
  if (own.uid !== uid || own.gid !== gid) chownSync(file, uid, gid)
  if (isThere) chmodSync(file, mode & 0o777)
}

/** Dates a file. */
export const dateFile = (file: string, at: Date): void => utimesSync(file, at, at)

/** What was written so far outlasts a power cut. */
function writeThrough(file: string) {
  const opened = openSync(file, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function whyNot(file: string, code: string): string {
  const folder = path.dirname(path.resolve(file))
  if (code === 'EEXIST')
    return `${file} is there: that is being written at this moment, or was left by one that was killed: then remove it`
  if (code === 'ENOENT') return `there is no folder ${folder}`
  if (code === 'ENOTDIR') return `${folder} is no folder`
  return `${folder} cannot be written to: ${code === 'ENOSPC' ? 'the disk is full' : code}`
}

/** Whether an address is that of a SQLite file. */
export const isFile = (url: string): boolean => url.startsWith('file:')
/** The path in such an address. */
export const fileOf = (url: string): string => url.replace(/^file:/, '')

/** What to do about an address whose password breaks it. */
export const BROKEN_ADDRESS =
  'is no address: write special characters of the password as %23 for # and so on, % itself as %25'

/** Why this is no address of a database, without repeating it, as it may hold a password; undefined where it is one. */
export function addressFault(address: string): string | undefined {
  if (/^file:./.test(address)) return undefined
  if (!/^postgres(ql)?:\/\//.test(address)) return 'must start with file: or postgresql://'
  if (isWholeAddress(address)) return undefined
  return BROKEN_ADDRESS
}

/**
 * Whether an address is read as it is meant. A password such as `1/x` would be read as a port and what follows: then there is no user, but an @ behind the
 * server. One with a bare % cannot be decoded by whoever connects with it.
 */
export function isWholeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, password, pathname, search, hash } = new URL(address)
  return isDecodable(`${username}${password}`) && (username !== '' || !`${pathname}${search}${hash}`.includes('@'))
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

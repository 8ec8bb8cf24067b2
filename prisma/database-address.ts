/** Why this is no address of a database, without repeating it, as it may hold a password; undefined where it is one. */
export function addressFault(address: string): string | undefined {
  if (/^file:./.test(address)) return undefined
  if (!/^postgres(ql)?:\/\//.test(address)) return 'must start with file: or postgresql://'
  if (isWhole(address)) return undefined
  return 'is no address: write special characters of the password as %23 for # and so on'
}

/** A password such as `1/x` would be read as a port and what follows: then there is no user, but an @ behind the server. */
function isWhole(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, pathname, search, hash } = new URL(address)
  return username !== '' || !`${pathname}${search}${hash}`.includes('@')
}

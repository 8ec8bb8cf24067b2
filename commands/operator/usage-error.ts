/** Bad input in the terminal: one clear line and exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

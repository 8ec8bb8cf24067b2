import type { Config } from './config.ts'

/** A shorter one would hide half the log. */
const SHORTEST = 8

/** All that is secret in the settings: what must not stand in a log. */
export function secretsIn(config: Config): string[] {
  const { telegramBots, officialAccounts, zaloBots, WEBHOOK_SECRET, DATABASE_URL, TELEGRAM_PROXY } = config
  const all = [
    ...telegramBots.map(({ token }) => token),
    ...officialAccounts.flatMap(({ appSecret, secretKey, refreshToken }) => [appSecret, secretKey, refreshToken]),
    ...zaloBots.map(({ token }) => token),
    WEBHOOK_SECRET,
    ...[DATABASE_URL, TELEGRAM_PROXY].flatMap(passwordsIn),
  ]
  return all.filter((secret) => secret !== undefined && secret.length >= SHORTEST) as string[]
}

/** The password of an address, as it is written there and as it is meant. */
function passwordsIn(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return []
  const { password } = new URL(address)
  return [password, meant(password)]
}

function meant(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A bare % stands in it: that it is none, whoever connects with it says.
    return text
  }
}

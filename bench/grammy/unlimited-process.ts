import { NO_LIMITS } from '#bot/rate-limits.ts'
import { startApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { createLogger } from '../../logger.ts'
import { createPlatforms } from '../../platforms.ts'
import { NO_FLOOD_LIMITS } from '../../test/support/no-flood-limits.ts'

/** What `npm start` runs, but for the limits on what is sent in a second and what a person asks in a minute: they alone would be measured otherwise. */
const config = readConfig(process.env)
await startApp({
  config,
  flood: NO_FLOOD_LIMITS,
  log: createLogger(config.LOG_LEVEL),
  platforms: async (options) => {
    const created = await createPlatforms(options)
    const platforms = created.platforms.map((one) => ({
      ...one,
      capabilities: { ...one.capabilities, limits: NO_LIMITS },
    }))
    return { ...created, platforms }
  },
})

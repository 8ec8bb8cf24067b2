import { openDatabase } from '#prisma/database.ts'

/** Reads a number and writes the next one, again and again, each time in one transaction: `tsx counting-process.ts <url> <times>`. */
const [url = '', times = '0'] = process.argv.slice(2)
const db = await openDatabase(url)
const where = { platform_bot_key: { platform: 'telegram', bot: 1, key: 'count' } }
for (let count = 0; count < Number(times); count += 1)
  await db.$transaction(async (tx) => {
    const known = await tx.fact.findUniqueOrThrow({ where })
    await tx.fact.update({ where, data: { value: String(Number(known.value) + 1) } })
  })
await db.$disconnect()

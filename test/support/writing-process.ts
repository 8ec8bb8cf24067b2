import { openDatabase } from '#prisma/database.ts'

// Writes to the database of its argument until it is killed: a council and its entry in the audit log always together, now and then many at a time.
const db = await openDatabase(process.argv[2]!)
const details = { padding: 'x'.repeat(2000) }
for (let count = 1; ; count += 1) {
  await db.$transaction(async (tx) => {
    for (let more = count % 50 === 0 ? 40 : 1; more > 0; more -= 1) {
      const council = { name: `Hội đồng ${count}`, locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: new Date(0) }
      const { id } = await tx.council.create({ data: council })
      await tx.audit.create({ data: { councilId: id, action: 'made', details, at: new Date(0) } })
    }
  })
  process.stdout.write(`${count}\n`)
}

import { AT_ONCE, COUNCILS, measureBeside, PAUSE_MS, ROUND_TRIP_MS, type Measured } from '../grammy/measure.ts'
import { summary } from '../summary.ts'
import { ratio, table } from '../table.ts'
import type { Section } from './section.ts'

export const grammy: Section = {
  name: 'grammy',
  title: 'Beside a bare grammY bot',
  async measure() {
    const found = await measureBeside()
    return `The other bot is grammY's first page: \`bot.on('message', (context) => context.reply('…'))\`, a fixed text to whatever is said, nothing kept. Ours journals each question, looks up who asks
and which council it is about, keeps the answer in its outbox until it is sent, and loses neither if it is killed at any moment. Both are processes of their own in front of the same Bot API server, which is a
third one, takes no time beyond its own work and asks as ${AT_ONCE} people at once of ${COUNCILS} councils, each in another chat; in turn, so that what else the machine does meets all alike. With ${ROUND_TRIP_MS} ms every
request to the network and every delivery from it takes that long there and back, as real ones do; by polling grammY's bot answers one update after the other.

Answers a second where ${AT_ONCE} people ask at once. Ours runs without the 30 messages a second that it keeps to for Telegram's sake and the 30 questions a minute that it takes from one person, which are all that would be seen here otherwise; the
rest is what \`npm start\` runs. A network that takes no time is none that there is: it shows what the processors alone allow. Processor time is that of the bot's process, all threads.

${throughput(found)}

One question at a time, ${PAUSE_MS} ms between, to what \`npm start\` runs with nothing changed: milliseconds from the question in the network's hands to its answer there.

${latency(found)}`
  },
}

function throughput(found: Measured[]): string {
  const rows = rowsOf(found, false).map(([bare, ours]) => {
    const [theirs, own] = [perSecond(bare), perSecond(ours)]
    const cells = [ratio(own / theirs), theirs.toFixed(0), own.toFixed(0), cpu(bare), cpu(ours)]
    return [...whatOf(ours), ...cells]
  })
  return table(
    [
      'network',
      'question',
      'ours / bare',
      'bare, a second',
      'ours, a second',
      'bare, CPU ms each',
      'ours, CPU ms each',
    ],
    rows,
    2,
  )
}

function latency(found: Measured[]): string {
  const rows = rowsOf(found, true).map(([bare, ours]) => {
    const [theirs, own] = [bare, ours].map(({ rounds }) => summary(rounds.flatMap(({ times }) => times)))
    const cells = [theirs!.median, own!.median, theirs!.p95, own!.p95].map((ms) => ms.toFixed(1))
    return [...whatOf(ours), ...cells]
  })
  return table(['network', 'question', 'bare, median', 'ours, median', 'bare, 95 %', 'ours, 95 %'], rows, 2)
}

/** Each question of ours with what the bare bot did by the same way. */
function rowsOf(found: Measured[], alone: boolean): (readonly [bare: Measured, ours: Measured])[] {
  const those = found.filter((one) => one.alone === alone)
  return those
    .filter(({ asked }) => asked.kind === 'ours')
    .map((ours) => {
      const { way, roundTripMs } = ours
      const same = those.find((one) => one.asked.kind === 'bare' && one.way === way && one.roundTripMs === roundTripMs)
      return [same!, ours] as const
    })
}

function whatOf({ way, roundTripMs, asked }: Measured): string[] {
  return [`${way}, ${roundTripMs} ms`, `\`${asked.text}\``]
}

const sum = (values: number[]) => values.reduce((one, other) => one + other, 0)
const answersOf = ({ rounds }: Measured) => sum(rounds.map(({ times }) => times.length))
const perSecond = (one: Measured) => answersOf(one) / sum(one.rounds.map(({ seconds }) => seconds))

function cpu(one: Measured): string {
  if (one.rounds.some(({ cpuMs }) => cpuMs === undefined)) return '–'
  return (sum(one.rounds.map(({ cpuMs }) => cpuMs!)) / answersOf(one)).toFixed(2)
}

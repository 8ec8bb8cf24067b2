import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runProgram, type Terminal } from '#commands/operator/program.ts'
import { createTestApp, HEAD, SECRETARY, type TestApp } from '../../support/app.ts'
import { SMALL_PLAN } from '../../support/plans.ts'

let app: TestApp
let council: string
beforeEach(async () => {
  app = await createTestApp('2025-02-20T08:00:00+07:00')
  council = (await app.createCouncil()).id
  await app.importPlan(council, SMALL_PLAN)
})
afterEach(() => app.stop())

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal: Terminal = {
    print: (line) => out.push(line),
    now: () => app.now,
    lines: () => {
      throw new Error('nothing is read')
    },
    defaults: () => ({ locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }),
    withDatabase: (work) => work(app.db),
    serve: () => Promise.resolve(),
    settings: () => expect.fail('nobody asks for the settings'),
    probe: () => expect.fail('no network is asked'),
    authorizeZalo: () => expect.fail('nothing is authorized'),
  }
  const code = await runProgram(['rehearse', '--council', council, ...args], terminal, (line) => err.push(line))
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out) as Record<string, unknown>[]

describe('tdkt rehearse', () => {
  it('tells each message and kind of what it holds, as if there were one group', async () => {
    const items = await json('--from', '2025-03-07', '--to', '2025-03-09')
    const text = expect.stringContaining('Nhắc việc, thứ Sáu 07/3/2025') as string
    const said = { at: '2025-03-07T08:00:00+07:00', chat: 'group', text }
    expect(items).toEqual([
      { ...said, kind: 'reminder', refs: ['PL1/2'] },
      { ...said, kind: 'overdue', refs: ['PL1/3'] },
    ])
    expect(Object.keys(items[0]!)).toEqual(['at', 'chat', 'kind', 'refs', 'text'])
  })

  it('stores and sends nothing', async () => {
    council = (await app.linkedCouncil(SMALL_PLAN)).id
    const rows = async () => [await app.db.outbox.count(), await app.db.prompt.count(), await app.db.council.findMany()]
    const before = await rows()
    expect(await json('--from', '2025-01-01', '--to', '2025-12-31')).not.toEqual([])
    expect(await rows()).toEqual(before)
    expect(app.platform.seen).toEqual([])
  })

  it('gives the head of a unit what the unit leads', async () => {
    const linked = await app.linkedCouncil(SMALL_PLAN)
    council = linked.id
    const [code] = await app.say(SECRETARY, '/moi trưởng Công an phường')
    await app.say(HEAD, /\/start \S+/.exec(code!.text)![0])
    const items = await json('--from', '2025-03-07', '--to', '2025-03-07')
    expect(items.map(({ chat, kind, refs }) => [chat, kind, refs])).toEqual([
      ['telegram:group-1', 'reminder', ['PL1/2']],
      ['telegram:group-1', 'overdue', ['PL1/3']],
      ['telegram:head', 'reminder', ['PL1/2']],
    ])
  })

  it('shows people what moved from a day off, and which day is overloaded', async () => {
    // 7 days before 22/3 (the last day of "trước 23/3") is a Saturday: Friday 14/3 speaks for it.
    const rows = Array.from({ length: 11 }, (_, n) => `${n + 1}\tViệc ${n + 1}\tY tế phường\t\tTrước ngày 23/3/2025`)
    const plan = SMALL_PLAN.replace('07/KH-UBND', '08/KH-UBND').replace(
      /\nI\tQuý I\n[^]*?\n\nPHỤ LỤC 2/,
      `\n${rows.join('\n')}\n\nPHỤ LỤC 2`,
    )
    council = (await app.createCouncil('Hội đồng nhiều việc')).id
    await app.importPlan(council, plan)
    const { out } = await run('--from', '2025-03-14', '--to', '2025-03-16')
    expect(out).toContain('Fri 2025-03-14T08:00:00+07:00 group\n  reminder: PL1/1, PL1/2,')
    expect(out).toContain('! overloaded: 11 tasks, more than 10')
    expect(out).toContain('~ PL1/11 moved from 2025-03-15, a day off')
    expect(out).toContain('  | Còn 8 ngày')
  })

  it('says so where nothing will be said', async () => {
    expect(await run('--from', '2025-03-08', '--to', '2025-03-09')).toMatchObject({
      code: 0,
      out: 'no message in these days',
    })
    expect(await json('--from', '2025-03-08', '--to', '2025-03-09')).toEqual([])
  })

  it.each([
    [['--from', '2025-03-07'], "error: required option '--to <date>' not specified"],
    [['--from', '7/3/2025', '--to', '2025-03-09'], 'error: --from must be a date such as 2025-03-07, not "7/3/2025"'],
    [
      ['--from', '2025-02-30', '--to', '2025-03-09'],
      'error: --from must be a date such as 2025-03-07, not "2025-02-30"',
    ],
    [['--from', '2025-03-09', '--to', '2025-03-08'], 'error: --to is before --from'],
    [['--from', '2025-03-09', '--to', '2035-03-08'], 'error: the span is longer than three years'],
  ])('%j is answered in one line, with exit code 2', async (args, line) => {
    expect(await run(...args)).toEqual({ code: 2, out: '', err: line })
  })

  it('does not know a council that is not there', async () => {
    council = 'none'
    expect((await run('--from', '2025-03-07', '--to', '2025-03-07')).err).toBe('error: no council none')
  })
})

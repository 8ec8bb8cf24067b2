import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runProgram, type Terminal } from '#commands/operator/program.ts'
import { openDatabase } from '#prisma/database.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { SMALL_PLAN } from '../support/plans.ts'

interface Shown {
  code: number
  out: string
  err: string
}

/** A terminal on a database of its own. */
function givenTerminal() {
  const file = temporaryFile('terminal.db')
  const folder = path.dirname(file)
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  }
  const run = async (args: string[], input: string[] = [], more: Partial<Terminal> = {}): Promise<Shown> => {
    const out: string[] = []
    const err: string[] = []
    const terminal: Terminal = {
      print: (line) => out.push(line),
      now: () => new Date('2025-02-20T01:00:00Z'),
      lines: () => linesOf(input),
      defaults: () => ({ locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }),
      withDatabase: async (work) => {
        const db = await openDatabase(await databaseUrl(file))
        return work(db).finally(() => db.$disconnect())
      },
      serve: () => Promise.resolve(),
      settings: () => expect.fail('nobody asks for the settings'),
      probe: () => expect.fail('no network is asked'),
      authorizeZalo: () => expect.fail('nothing is authorized'),
      ...more,
    }
    const code = await runProgram(args, terminal, (line) => err.push(line))
    return { code, out: out.join('\n'), err: err.join('\n') }
  }
  return { run, write }
}

async function* linesOf(lines: string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line)
}

const json = (shown: Shown) => JSON.parse(shown.out) as Record<string, unknown>

describe('serving', () => {
  it.each([
    [['serve'], undefined],
    [['serve', '--only', 'web'], 'web'],
    [['serve', '--only', 'work'], 'work'],
  ])('%j does all or one part', async (args, part) => {
    const served: unknown[] = []
    const serve: Terminal['serve'] = (only) => Promise.resolve(void served.push(only))
    const shown = await givenTerminal().run(args, [], { serve })
    expect([shown.code, served]).toEqual([0, [part]])
  })
})

describe('making a council', () => {
  it('prints its id and a code, and gives codes for its units', async () => {
    const { run } = givenTerminal()
    const made = json(await run(['council', 'create', '--name', 'Hội đồng TĐKT xã Thử', '--json']))
    expect(made).toEqual({ id: expect.any(String) as string, code: expect.stringMatching(/^[0-9A-Z]{26}$/) as string })
    const id = made['id'] as string
    const head = await run(['invite', '--council', id, '--role', 'head', '--unit', 'Công an xã', '--json'])
    expect(json(head)).toEqual({ code: expect.stringMatching(/^[0-9A-Z]{26}$/) as string })
  })

  it.each([
    [['council', 'create'], "error: required option '--name <name>' not specified"],
    [['council', 'create', '--name', ' '], 'error: the name of a council cannot be empty'],
    [['invite', '--council', 'none', '--role', 'member'], 'error: no council none'],
    [['invite', '--council', 'x', '--role', 'king'], 'error: no role "king"; roles: member, head, deputy, secretariat'],
    [['invite', '--council', 'x', '--role', 'head'], 'error: the role head needs --unit NAME'],
    [['nonsense'], "error: unknown command 'nonsense'"],
    [['serve', '--only', 'mail'], "error: option '--only <part>' argument 'mail' is invalid."],
    [['serve', '--only'], "error: option '--only <part>' argument missing"],
    [['plan', 'explain', 'x', '--quarter', '5'], 'It must be a whole number from 1 to 4.'],
  ])('%j is answered in one line, with exit code 2', async (args, line) => {
    const shown = await givenTerminal().run(args)
    expect(shown.code).toBe(2)
    expect(shown.err).toContain(line)
    expect(shown.err.split('\n')).toHaveLength(1)
  })

  it.each([
    [['--help']],
    [['plan', '--help']],
    [['plan', 'read', '--help']],
    [['invite', '--help']],
    [['rehearse', '--help']],
    [['serve', '--help']],
    [['doctor', '--help']],
    [['zalo', 'authorize', '--help']],
  ])('%j shows help', async (args) => {
    const shown = await givenTerminal().run(args)
    expect(shown.code).toBe(0)
    expect(shown.out).toContain('Usage: tdkt')
  })
})

describe('importing a plan', () => {
  it('stores it as a draft or approved and counts what was stored', async () => {
    const { run, write } = givenTerminal()
    const id = json(await run(['council', 'create', '--name', 'Hội đồng', '--json']))['id'] as string
    const file = write('plan.txt', SMALL_PLAN)
    const first = await run(['plan', 'import', file, '--council', id, '--json'])
    expect(json(first)).toEqual({
      planId: expect.any(String) as string,
      tasks: 7,
      deadlines: 8,
      quotas: 4,
      suspects: 1,
    })
    const again = await run(['plan', 'import', file, '--council', id, '--approve', '--json'])
    expect(json(again)).toEqual(json(first))
  })

  it.each([
    ['a file that is not there', undefined, 'there is no such file'],
    ['an empty file', '', 'plan.txt'],
    ['a text of 10 MB', 'Kế hoạch '.repeat(1_200_000), 'plan.txt'],
    ['a binary file', new Uint8Array([0x4d, 0x5a, 0, 1, 2, 0, 0, 255, 254]), 'plan.txt'],
    ['a poem', 'Trăm năm trong cõi người ta\nChữ tài chữ mệnh khéo là ghét nhau\n', 'plan.txt'],
  ])('%s is refused in one line and nothing is stored', async (_, content, told) => {
    const { run, write } = givenTerminal()
    const id = json(await run(['council', 'create', '--name', 'Hội đồng', '--json']))['id'] as string
    const file = content === undefined ? '/no/such/plan.txt' : write('plan.txt', content)
    const shown = await run(['plan', 'import', file, '--council', id, '--approve'])
    expect(shown).toMatchObject({ code: 2, out: '' })
    expect(shown.err).toContain(told)
    expect(shown.err.split('\n')).toHaveLength(1)
  })
})

describe('reading a plan', () => {
  it('prints the facts as JSON in the fixed order of fields', async () => {
    const { run, write } = givenTerminal()
    const draft = json(await run(['plan', 'read', write('plan.txt', SMALL_PLAN), '--json']))
    expect(Object.keys(draft)).toEqual(['schema', 'plan', 'tasks', 'quotas', 'warnings'])
    expect(Object.keys(draft['plan'] as object)).toEqual([
      'number',
      'issuedOn',
      'year',
      'issuer',
      'title',
      'from',
      'to',
    ])
    const [task] = draft['tasks'] as { deadlines: object[] }[]
    expect(Object.keys(task!)).toEqual(['appendix', 'section', 'no', 'title', 'direct', 'lead', 'support', 'deadlines'])
    expect(Object.keys(task!.deadlines[0]!)).toEqual([
      'wording',
      'label',
      'kind',
      'from',
      'to',
      'rrule',
      'dueOn',
      'suspect',
    ])
    const [quota] = draft['quotas'] as object[]
    expect(Object.keys(quota!)).toEqual([
      'appendix',
      'movement',
      'unit',
      'collective',
      'individual',
      'family',
      'basis',
      'wording',
    ])
  })

  it('prints a table for people', async () => {
    const { run, write } = givenTerminal()
    const shown = await run(['plan', 'read', write('plan.txt', SMALL_PLAN)])
    expect(shown.out).toContain('07/KH-UBND')
    expect(shown.out).toContain('Trước ngày 16/6/2024')
  })
})

describe('explaining a wording', () => {
  it('reads lines "wording TAB year" and prints one JSON line for each', async () => {
    const { run } = givenTerminal()
    const shown = await run(['plan', 'explain', '-'], ['Trước ngày 15/3\t2025', 'Quý III\t2026'])
    const lines = shown.out
      .split('\n')
      .map((line) => JSON.parse(line) as { wording: string; deadlines: { dueOn: string }[] })
    expect(lines.map(({ wording, deadlines }) => [wording, deadlines[0]!.dueOn])).toEqual([
      ['Trước ngày 15/3', '2025-03-14'],
      ['Quý III', '2026-09-30'],
    ])
  })
})

describe('authorizing the bot at Zalo', () => {
  it.each([
    [[], undefined, true, 0, 1],
    [['--bot', '2'], undefined, true, 0, 2],
    [
      ['--callback', 'https://bot.example/zalo/oa/callback?code=x'],
      'https://bot.example/zalo/oa/callback?code=x',
      false,
      1,
      1,
    ],
  ])('%j ends with what came of it', async (options, callback, worked, code, bot) => {
    const asked: unknown[] = []
    const authorizeZalo: Terminal['authorizeZalo'] = (given) => Promise.resolve(asked.push(given)).then(() => worked)
    const shown = await givenTerminal().run(['zalo', 'authorize', ...options], [], { authorizeZalo })
    expect(asked).toEqual([{ bot, callback }])
    expect(shown.code).toBe(code)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFile, type CalendarEntry } from '#documents/calendar.ts'
import { readIcs } from '../support/ics.ts'

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  key: 'plan\nPL1/2\n0',
  cancelled: false,
  from: '2025-03-14',
  to: '2025-03-14',
  rrule: undefined,
  summary: 'Trước ngày 15/3/2025: Ký giao ước thi đua',
  description: 'Ký giao ước thi đua giữa các tổ dân phố\nThực hiện: Công an phường',
  categories: ['Thi đua - Khen thưởng', 'Công an phường, Y tế phường'],
  alarms: [7, 1],
  ...more,
})
const meta = { name: 'Hội đồng TĐKT phường Thử', revision: { sequence: 3, at: new Date('2025-02-20T01:00:00Z') } }
const read = (...entries: CalendarEntry[]) => readIcs(calendarFile(entries, meta))

describe('a calendar file, read by another program', () => {
  it('has the last day as a whole day, the words as they are and alarms at eight in the morning', () => {
    const { method, name, events } = read(entry())
    expect({ method, name }).toEqual({ method: 'PUBLISH', name: 'Hội đồng TĐKT phường Thử' })
    expect(events).toEqual([
      {
        uid: expect.stringMatching(/^[0-9a-f]{32}@tdkt-bot$/) as string,
        summary: 'Trước ngày 15/3/2025: Ký giao ước thi đua',
        description: 'Ký giao ước thi đua giữa các tổ dân phố\nThực hiện: Công an phường',
        status: 'CONFIRMED',
        sequence: 3,
        modified: '2025-02-20T01:00:00Z',
        categories: ['Thi đua - Khen thưởng', 'Công an phường, Y tế phường'],
        start: '2025-03-14',
        end: '2025-03-15',
        days: ['2025-03-14'],
        alarms: ['-P6DT16H', '-PT16H'],
      },
    ])
  })

  it('shows a span on all its days, and rings before its end', () => {
    const [event] = read(entry({ from: '2025-07-01', to: '2025-09-30' })).events
    expect(event).toMatchObject({ start: '2025-07-01', end: '2025-10-01', alarms: ['END -P7DT16H', 'END -P1DT16H'] })
  })

  it('keeps the day whatever the zone of the machine', () => {
    const before = process.env['TZ']
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Ho_Chi_Minh']) {
        process.env['TZ'] = zone
        expect(calendarFile([entry()], meta)).toContain('DTSTART;VALUE=DATE:20250314\r\nDTEND;VALUE=DATE:20250315\r\n')
      }
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })

  it('says of what is done or gone that it is cancelled, and rings no more', () => {
    const [event] = read(entry({ cancelled: true })).events
    expect(event).toMatchObject({ status: 'CANCELLED', alarms: [] })
  })

  it('names the same thing in the same way, and another thing in another', () => {
    const [one, again, other] = read(entry(), entry({ summary: 'x' }), entry({ key: 'plan\nPL1/2\n1' })).events
    expect(one!.uid).toBe(again!.uid)
    expect(one!.uid).not.toBe(other!.uid)
  })

  it('is the same text for the same content', () => {
    expect(calendarFile([entry()], meta)).toBe(calendarFile([entry()], meta))
  })

  it('cannot be broken out of by a name', () => {
    const name = 'Hội đồng, phường A; B\\C\r\nMETHOD:CANCEL'
    const calendar = readIcs(calendarFile([], { ...meta, name }))
    expect(calendar.method).toBe('PUBLISH')
    // The parser does not know the property and leaves it as it is written.
    expect(calendar.name).toBe('Hội đồng\\, phường A\\; B\\\\C\\nMETHOD:CANCEL')
  })
})

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'ệữ,;:\\"\n\r\t 😀aế'), maxLength: 300 }),
  )
  /** What a content line can hold of a text. */
  const kept = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?!\n)[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ')

  it('comes back as it was, in lines of at most 75 octets that each end properly', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const file = calendarFile([entry({ summary, description: `x${description}` })], meta)
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
        const lines = file.slice(0, -2).split('\r\n')
        expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
        expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([])
        // Each line is a text of its own: no character is cut in two.
        expect(Buffer.from(file).toString()).toBe(file)
        const [event] = readIcs(file).events
        expect(event).toMatchObject({ summary: kept(summary), description: `x${kept(description)}` })
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { tallyPicture } from '#documents/tally-picture.ts'
import type { Locale } from '#domain/messages.ts'
import type { Counts, Round } from '#domain/rounds/round.ts'
import { aRound, limit } from '../support/round.ts'
import { wardRound } from '../support/ward-round.ts'
import { tallyInput } from './tally-input.ts'

const draw = (round: Round, locale: Locale = 'vi', movement = 0) =>
  tallyPicture(tallyInput(round, locale), round.movements[movement]!)

function sizeOf(picture: Uint8Array | undefined) {
  const file = Buffer.from(picture!)
  expect(file.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
}

const named = (name: string, said: Counts = { individual: 1 }) =>
  aRound({
    units: [name],
    movements: [{ name: 'Học tốt', units: { [name]: { individual: limit(3) } } }],
    happened: [{ unit: name, said }],
  })

const many = (count: number) => {
  const units = Array.from({ length: count }, (_, index) => `Trường Trung học cơ sở xã số ${index + 1}, huyện An Lạc`)
  const quota = { collective: limit(2), individual: limit(12), family: limit(1) }
  return aRound({
    units,
    movements: [{ name: 'Học tốt', units: Object.fromEntries(units.map((unit) => [unit, quota])) }],
  })
}

describe('the picture of a movement', () => {
  it('is 1080 pixels wide and higher with more units', async () => {
    const [small, ward, large] = [
      sizeOf(await draw(named('Trạm Y tế'))),
      sizeOf(await draw(wardRound())),
      sizeOf(await draw(many(40))),
    ]
    expect([small.width, ward.width, large.width]).toEqual([1080, 1080, 1080])
    expect(small.height).toBeLessThan(ward.height)
    expect(ward.height).toBeLessThan(large.height)
    // Telegram takes photos whose sides add up to 10000 pixels.
    expect(large.width + large.height).toBeLessThan(10_000)
  })

  it.each([
    ['letters', 'Tram Y te', 'Tram X te'],
    ['the marks of Vietnamese letters', 'Hội', 'Hồi'],
    ['rare Vietnamese letters', 'ẵẫữ', 'ẳẩử'],
  ])('draws %s', async (_, one, other) => {
    expect(await draw(named(one))).not.toEqual(await draw(named(other)))
  })

  it('draws the numbers and the colours: as many as the quota, fewer, more', async () => {
    const pictures = await Promise.all([1, 2, 3, 4].map((individual) => draw(named('Trạm Y tế', { individual }))))
    expect(new Set(pictures.map((picture) => Buffer.from(picture!).toString('base64'))).size).toBe(4)
  })

  it('speaks the language given', async () => {
    expect(await draw(wardRound(), 'en')).not.toEqual(await draw(wardRound(), 'vi'))
  })

  it('is the same each time', async () => {
    expect(await draw(wardRound())).toEqual(await draw(wardRound()))
  })

  it('draws a movement without quotas as soon as somebody said something', async () => {
    const silent = aRound({ units: ['Trạm Y tế'], movements: [{ name: 'Học tốt', basis: 'by-proposal' }] })
    expect(await draw(silent)).toBeUndefined()
    const said = { ...wardRound() }
    expect(sizeOf(await draw(said, 'vi', 2)).width).toBe(1080)
  })

  it('is nothing for a movement that the round does not have', async () => {
    const [movement] = named('Trạm Y tế').movements
    expect(await tallyPicture(tallyInput(wardRound()), movement!)).toBeUndefined()
  })

  it('holds whatever people write', async () => {
    expect(
      sizeOf(await draw(named('Tổ <b>1</b> & "2" \u0001\uD800 quá_dài_không_có_khoảng_trắng_nào_cả_trong_tên'))).width,
    ).toBe(1080)
  })
})

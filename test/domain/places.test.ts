import { describe, expect, it } from 'vitest'
import { placesOf } from '#domain/places.ts'
import type { Placed } from '#domain/places.ts'

const task = (appendix: string | null, section: string | null, no: string | null): Placed => ({ appendix, section, no })
const placesIn = (...tasks: Placed[]) => placesOf(tasks).map(({ label, ref }) => `${label} = ${ref}`)

describe('the place of a task', () => {
  it('is its number in its appendix, where numbers go through', () => {
    expect(placesIn(task('Phụ lục 1', 'I. Quý I', '1'), task('Phụ lục 1', 'II. Quý II', '2'))).toEqual([
      'PL1 mục 1 = PL1/1',
      'PL1 mục 2 = PL1/2',
    ])
  })

  it.each([
    [
      'the numeral of the section',
      'I. Các phiên họp',
      'II. Công tác khác',
      ['PL2 mục I.1 = PL2/I.1', 'PL2 mục II.1 = PL2/II.1'],
    ],
    ['its period', 'I. Quý I', 'Quý III năm 2025', ['PL2 Quý I mục 1 = PL2/QI.1', 'PL2 Quý III mục 1 = PL2/QIII.1']],
    ['its order', 'Công tác họp', 'Công tác khác', ['PL2 phần 1 mục 1 = PL2/P1.1', 'PL2 phần 2 mục 1 = PL2/P2.1']],
  ])('is told apart by %s where numbers repeat', (_, first, second, expected) => {
    expect(placesIn(task('Phụ lục 2', first, '1'), task('Phụ lục 2', second, '1'))).toEqual(expected)
  })

  it('names the section in the body', () => {
    expect(
      placesIn(
        task(null, 'II. NỘI DUNG NHIỆM VỤ', '3'),
        task(null, '2.1. Quý III năm 2025', '2'),
        task(null, null, null),
      ),
    ).toEqual(['mục II.3 = KH/II.3', 'Quý III mục 2 = KH/QIII.2', 'việc thứ 3 = KH/#3'])
  })

  it('stays unique even where the document repeats itself', () => {
    expect(placesIn(task('Phụ lục', null, '1'), task('Phụ lục', null, '1'))).toEqual([
      'PL mục 1 = PL/1',
      'PL mục 1 (lần 2) = PL/1~2',
    ])
  })
})

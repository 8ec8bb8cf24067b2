import { describe, expect, it } from 'vitest'
import { bareNumber } from '#commands/by-number.ts'

describe('a bare number', () => {
  it.each([
    ['2', 2],
    [' 2 ', 2],
    ['2.', 2],
    ['2)', 2],
    ['(2)', 2],
    ['( 12 )', 12],
    ['số 2', 2],
    ['so 2', 2],
    ['Chọn 2', 2],
    ['chọn số 2', 2],
    ['no. 2', 2],
    ['No 2', 2],
    ['２', 2],
    ['0', 0],
    ['2 nhé', undefined],
    ['chắc 2', undefined],
    ['2 người đi họp', undefined],
    ['2tt', undefined],
    ['1, 2', undefined],
    ['1 2', undefined],
    ['2?', undefined],
    ['2!', undefined],
    ['(2', undefined],
    ['2/3', undefined],
    ['2.5', undefined],
    ['20/2', undefined],
    ['-2', undefined],
    ['2025', undefined],
    ['hai', undefined],
    ['mục 2', undefined],
    ['', undefined],
  ])('"%s" is %s', (text, number) => expect(bareNumber(text)).toBe(number))
})

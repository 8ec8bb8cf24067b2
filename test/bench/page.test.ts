import { describe, expect, it } from 'vitest'
import { readPage, writePage } from '../../bench/page.ts'

const PAGE = `# Benchmarks

Made by a command.

## First

One.

### Part

## Second

Two.
`

describe('the page of benchmarks', () => {
  it('stays as it is where nothing was measured anew', () => {
    expect(writePage(readPage(PAGE), ['First', 'Second'])).toBe(PAGE)
  })

  it('changes the section that was measured, and no other', () => {
    const page = readPage(PAGE)
    page.sections.set('Second', 'Three.')
    expect(writePage(page, ['First', 'Second'])).toBe(PAGE.replace('Two.', 'Three.'))
  })

  it('takes a new section in its place and leaves out what there is no more', () => {
    const page = readPage(PAGE)
    page.sections.set('New', 'Four.')
    const titles = [...readPage(writePage(page, ['New', 'Second'])).sections.keys()]
    expect(titles).toEqual(['New', 'Second'])
  })
})

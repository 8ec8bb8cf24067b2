import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { coalesced } from '#prisma/coalesced.ts'

const PAUSE_MS = 20

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

/** A bell in front of a database that answers when the test says so. */
function given() {
  const answers: (() => void)[] = []
  const bell = coalesced(() => new Promise((resolve) => void answers.push(resolve)), PAUSE_MS)
  return { bell, answers }
}

describe('a bell', () => {
  it('does not ring while its last ring is under way, and once afterwards', async () => {
    const { bell, answers } = given()
    bell.ring()
    for (let pause = 0; pause < 10; pause += 1) {
      bell.ring()
      await vi.advanceTimersByTimeAsync(PAUSE_MS)
    }
    expect(answers).toHaveLength(1)
    answers[0]!()
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MS)
    expect(answers).toHaveLength(2)
  })

  it('rings a last time when it is stopped while a ring is under way', async () => {
    const { bell, answers } = given()
    bell.ring()
    bell.ring()
    await vi.advanceTimersByTimeAsync(2 * PAUSE_MS)
    const stopped = bell.stop()
    answers[0]!()
    await vi.advanceTimersByTimeAsync(PAUSE_MS)
    expect(answers).toHaveLength(2)
    answers[1]!()
    await stopped
  })
})

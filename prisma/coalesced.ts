/**
 * Says something at once, and once more where it was asked for meanwhile: after the pause, and never while it is still being said, however long that
 * takes. `say` never rejects.
 */
export function coalesced(say: () => Promise<void>, pauseMs: number) {
  let timer: NodeJS.Timeout | undefined
  let again = false
  let stopped = false
  let said = Promise.resolve()
  const goOn = () => {
    timer = undefined
    if (again && !stopped) begin()
  }
  const begin = () => {
    again = false
    said = say()
    timer = setTimeout(() => void said.then(goOn), pauseMs)
  }
  return {
    ring: () => {
      if (timer) again = true
      else begin()
    },
    /** Says what was still to be said. */
    async stop() {
      stopped = true
      clearTimeout(timer)
      await said
      if (again) await say()
    },
  }
}

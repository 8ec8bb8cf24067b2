/** Work under way that a stop waits for. */
export function createTasks() {
  const underWay = new Set<Promise<unknown>>()
  return {
    /** Keeps a piece of work until it is over and hands it back. */
    track<T>(work: Promise<T>): Promise<T> {
      const forget = () => underWay.delete(work)
      work.then(forget, forget)
      underWay.add(work)
      return work
    },
    /** Resolves when nothing is under way, however it ended. */
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

export type Tasks = ReturnType<typeof createTasks>

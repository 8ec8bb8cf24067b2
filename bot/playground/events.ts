import type { MessageView } from './transcript.ts'

export type PageEvent =
  | { event: 'message'; data: { message: MessageView } }
  /** A message is gone. */
  | { event: 'gone'; data: { chat: string; id: number } }
  | { event: 'clock'; data: { now: string } }

interface Listener {
  tell(event: PageEvent): void
  close(): void
}

/** Tells every open page what happens. */
export class PageEvents {
  #listeners = new Set<Listener>()

  publish(event: PageEvent) {
    for (const listener of this.#listeners) listener.tell(event)
  }

  /** Adds a page; returns what removes it again. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Closes every open page's stream. */
  closeAll() {
    for (const listener of this.#listeners) listener.close()
    this.#listeners.clear()
  }
}

// @ts-check
/** What the browser remembers of the page between visits; the messages are the server's. */

const KEY = 'tdkt-playground'

/** @typedef {{ person?: string, chat?: string, language?: import('./texts.js').Language, seen: Record<string, number> }} Memory */

/** @returns {Memory} */
export function recall() {
  try {
    return { seen: {}, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return { seen: {} } // storage is shut or holds something foreign: start afresh
  }
}

/** @param {Memory} memory */
export function remember(memory) {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory))
  } catch {
    // storage is shut: the page works without
  }
}

/** One thing that was looked at, in English, and what to do where it is not well. */
export interface Finding {
  state: 'well' | 'note' | 'fault'
  what: string
  advice?: string
}

/** It is as it should be. */
export const well = (what: string): Finding => ({ state: 'well', what })
/** It works, but not everything does. */
export const note = (what: string, advice?: string): Finding => told('note', what, advice)
/** It does not work. */
export const fault = (what: string, advice?: string): Finding => told('fault', what, advice)

const told = (state: Finding['state'], what: string, advice: string | undefined): Finding => ({
  state,
  what,
  ...(advice === undefined ? {} : { advice }),
})

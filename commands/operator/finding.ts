/** One thing that was looked at, in English, and what to do where it is not well. */
export interface Finding {
  /** `note`: it works, but not everything does. */
  state: 'well' | 'note' | 'fault'
  what: string
  advice?: string
}

export const well = (what: string): Finding => ({ state: 'well', what })
export const note = (what: string, advice?: string): Finding => told('note', what, advice)
export const fault = (what: string, advice?: string): Finding => told('fault', what, advice)

const told = (state: Finding['state'], what: string, advice: string | undefined): Finding => ({
  state,
  what,
  ...(advice === undefined ? {} : { advice }),
})

import { z } from 'zod'
import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import type { Command, CouncilContext } from './command.ts'
import { leadingWords } from './leading-words.ts'
import { askClose, close, drop, askDrop } from './round-close.ts'
import { decideRequest } from './round-decide.ts'
import { changeDraft } from './round-draft.ts'
import { extend, reopen } from './round-extend.ts'
import { openRound } from './round-open.ts'
import { closedList, roundOverview } from './round-overview.ts'
import { enterQuota } from './round-quota.ts'
import { remind, remindAnyway } from './round-remind.ts'
import { settleTotal } from './round-settle.ts'
import { showRound } from './round-show.ts'
import { assertRuns } from './round-which.ts'

interface Act {
  names: string[]
  /** Whoever may see rounds may do it. */
  open?: true
  run: (context: CouncilContext, text: string) => Promise<Reply[]>
}

/** What can be asked of rounds, by the words (folded) behind /dot. */
const ACTS: Act[] = [
  { names: ['xem', 'show', 'view'], open: true, run: showRound },
  { names: ['da dong', 'dot da dong', 'cu', 'closed'], open: true, run: closedList },
  { names: ['mo', 'mo dot', 'mo dot moi', 'tao', 'moi', 'open', 'new'], run: openRound },
  { names: ['ban nhap', 'draft'], run: changeDraft },
  { names: ['nhac', 'don doc', 'remind'], run: remind },
  { names: ['nhac chac chan'], run: remindAnyway },
  { names: ['gia han', 'gia-han', 'giahan', 'extend'], run: extend },
  { names: ['dong', 'dong dot', 'ket thuc', 'close'], run: askClose },
  { names: ['dong chac chan'], run: close },
  { names: ['mo lai', 'reopen'], run: reopen },
  { names: ['bo', 'xoa', 'huy', 'drop'], run: askDrop },
  { names: ['bo chac chan'], run: drop },
  { names: ['chi tieu', 'quota'], run: enterQuota },
  { names: ['quyet', 'decide'], run: decideRequest },
  { names: ['tong', 'total'], run: settleTotal },
  { names: ['giu nguyen'], run: () => Promise.resolve([{ head: [{ key: 'rounds-kept' }], replace: true }]) },
]

/** The council's rounds of nominations; for the secretariat all that is done with them. */
export const round: Command = {
  name: 'dot',
  aliases: ['round', 'rounds'],
  act: 'see-rounds',
  about: 'council',
  args: z.string(),
  run: async (context, text) => {
    if (!text) return [await roundOverview(context)]
    const found = leadingWords(text, ACTS)
    if (!found) throw new UserError('rounds-usage')
    if (!found.entry.open) assertRuns(context)
    return found.entry.run(context, found.rest)
  },
}

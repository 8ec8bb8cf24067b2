import { dateParts, formatDate, type IsoDate } from '#domain/dates.ts'
import type { Message } from '#domain/messages.ts'
import type { QuotaCategory } from '#domain/plan.ts'
import type { TallyWords } from '#domain/rounds/tally-words.ts'
import type { Translate } from './translate.ts'

type Say = (key: string, values?: Message['values']) => string

const CATEGORY = {
  collective: 'result-category-collective',
  individual: 'result-category-individual',
  family: 'result-category-family',
}
const SHORT = {
  collective: 'result-short-collective',
  individual: 'result-short-individual',
  family: 'result-short-family',
}
const COUNT = {
  collective: 'result-count-collective',
  individual: 'result-count-individual',
  family: 'result-count-family',
}
const STATES = {
  missing: 'result-state-missing',
  partly: 'result-state-partly',
  in: 'result-state-in',
  over: 'result-state-over',
}

/** The words of a round's workbook, minutes and picture in the language of `translate`. */
export function tallyWords(translate: Translate): TallyWords {
  const say: Say = (key, values = {}) => translate({ key, values }).text
  const category = each(CATEGORY, say)
  return {
    category,
    short: each(SHORT, say),
    count: (kind, count) => say(COUNT[kind], { count }),
    nothing: say('result-nothing'),
    moment: (time, date) => say('result-moment', { time, date: formatDate(date) }),
    asOf: (moment) => say('result-as-of', { moment }),
    answered: (answered, expected) => say('result-answered', { answered, expected }),
    ...columns(say),
    states: each(STATES, say),
    notSaid: (categories) => say('result-not-said', { categories }),
    over: (counts) => say('result-over', { counts }),
    accepted: (counts) => say('result-accepted', { counts }),
    beyondTotal: (counts) => say('result-beyond-total', { counts }),
    settled: (counts) => say('result-settled', { counts }),
    notAsked: say('result-not-asked'),
    needsBase: say('result-needs-base'),
    bodies: (kind: QuotaCategory, max, of) => say('result-bodies', { category: category[kind], max, of }),
    planQuota: (wording) => say('result-plan-quota', { wording }),
    byProposal: say('result-by-proposal'),
    percent: say('result-percent'),
    workbook: {
      title: say('result-title'),
      overview: say('result-overview'),
      onBehalf: (name) => say('result-on-behalf', { name }),
    },
    minutes: minutes(say),
    picture: {
      over: (count) => say('picture-over', { count }),
      waiting: (count) => say('picture-waiting', { count }),
      plus: (count) => say('picture-plus', { count }),
      missing: say('picture-missing'),
      beyond: say('picture-beyond'),
    },
  }
}

const columns = (say: Say) => ({
  no: say('result-no'),
  unit: say('result-unit'),
  movement: say('result-movement'),
  quota: say('result-quota'),
  nominated: say('result-nominated'),
  difference: say('result-difference'),
  waiting: say('result-waiting'),
  note: say('result-note'),
  state: say('result-state'),
  reason: say('result-reason'),
  by: say('result-by'),
  at: say('result-at'),
  total: say('result-total'),
  counted: say('result-counted'),
  councilQuota: say('result-council-quota'),
})

const minutes = (say: Say): TallyWords['minutes'] => ({
  country: say('minutes-country'),
  motto: say('minutes-motto'),
  number: say('minutes-number'),
  dated: (date) => say('minutes-dated', documentDate(date)),
  heading: say('minutes-heading'),
  subject: say('minutes-subject'),
  round: (title) => say('minutes-round', { title }),
  starts: say('minutes-starts'),
  venue: say('minutes-venue'),
  chair: say('minutes-chair'),
  secretary: say('minutes-secretary'),
  present: say('minutes-present'),
  absent: say('minutes-absent'),
  results: say('minutes-results'),
  summary: (deadline, answered, asOf) => say('minutes-summary', { deadline, answered, asOf }),
  stillOpen: say('minutes-still-open'),
  overview: say('minutes-overview'),
  missing: say('minutes-missing'),
  movementNo: (number) => say('minutes-movement-no', { number }),
  missingUnit: (unit, movements) => say('minutes-missing-unit', { unit, movements }),
  missingAll: (unit) => say('minutes-missing-all', { unit }),
  none: say('minutes-none'),
  requests: say('minutes-requests'),
  asked: say('minutes-asked'),
  beyondQuota: (counts) => say('minutes-beyond-quota', { counts }),
  decision: say('minutes-decision'),
  decided: {
    accepted: (counts) => say('minutes-accepted', { counts }),
    reduced: (counts) => say('minutes-reduced', { counts }),
    refused: (counts) => say('minutes-refused', { counts }),
  },
  undecided: say('minutes-undecided'),
  beyond: (movement, what) => say('minutes-beyond', { movement, what }),
  conclusion: say('minutes-conclusion'),
  agreed: say('minutes-agreed'),
  votes: say('minutes-votes'),
  ends: say('minutes-ends'),
  secretarySigns: say('minutes-secretary-signs'),
  chairSigns: say('minutes-chair-signs'),
  sign: say('minutes-sign'),
  recipients: say('minutes-recipients'),
  copies: [say('minutes-copy-others'), say('minutes-copy-file')],
})

/** Day, month and year of a document: two digits for days below 10 and months below 3 (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4). */
function documentDate(date: IsoDate) {
  const { year, month, day } = dateParts(date)
  const pad = (part: number) => String(part).padStart(2, '0')
  return { day: pad(day), month: month < 3 ? pad(month) : String(month), year }
}

function each<Name extends string>(keys: Record<Name, string>, say: Say): Record<Name, string> {
  return Object.fromEntries(Object.entries<string>(keys).map(([name, key]) => [name, say(key)])) as Record<Name, string>
}

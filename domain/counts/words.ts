import type { QuotaCategory } from '../plan.ts'

/** What a word or phrase does in a sentence about counts. */
export type Role =
  /** Dropped: politeness, verbs of handing in, words that only carry the sentence. */
  | 'filler'
  /** Part of a name, whatever its words mean alone. */
  | 'name'
  /** Not a name, but it says that more than counts is said: a person must look. */
  | 'doubt'
  | 'question'
  | 'negation'
  /** What may follow "không" in saying that there is nothing. */
  | 'nothing'
  /** What may follow "không" in saying that nothing will come: it may as well be only late. */
  | 'refusal'
  | 'not-yet'
  | 'not'
  | 'but'
  | 'correction'
  | 'mistaken'
  | 'from'
  | 'become'
  | 'relative'
  | 'or'
  | 'separator'
  | 'reason'
  /** The number behind it names something: "tổ 5". `place`: only where no category follows ("phường 3 tập thể"). */
  | 'ordinal'
  | 'place'
  /** The number before it counts something else: "3 giờ". */
  | 'measure'
  | 'vague'
  /** One number for every category. */
  | 'each'

/** Roles that words have only beside a number or behind "không". */
export type ContextualRole = 'nothing' | 'refusal' | 'ordinal' | 'place' | 'measure'

const list = (words: string) => words.split(/\s*[,\n]\s*/).filter(Boolean)

export const CATEGORY_WORDS: Record<QuotaCategory, string[]> = {
  collective:
    list(`tập thể, tập thể nhỏ, tập thể lao động, tập thể lao động xuất sắc, tập thể lao động tiên tiến, tập thể xuất sắc,
    tập thể tiên tiến, tập thể tiêu biểu, tập thể điển hình, tập thể điển hình tiên tiến, tập thể giỏi, tập thể cơ sở, tt, t thể, t . thể, t / thể, t . t,
    tthe, tthể, tapthe, tậpthể, collective, collectives, t . thể nhỏ, tt nhỏ, tt lao động, ttlđ`),
  individual:
    list(`cá nhân, cá nhân xuất sắc, cá nhân tiên tiến, cá nhân tiêu biểu, cá nhân điển hình, cá nhân điển hình tiên tiến, cá nhân giỏi,
    cá nhân lao động, cn, c nhân, c . nhân, c / nhân, c . n, cnhân, canhan, cánhân, individual, individuals`),
  family:
    list(`gia đình, hộ gia đình, hộ gđ, hộ, gđ, g đình, g . đình, g . đ, gđình, giađình, hộgđ, hộgiađình, hộ dân, family, families,
    household, households`),
}

/** They name a category only among counts that say so themselves, and a person confirms it. */
export const LOOSE_CATEGORY_WORDS: Record<QuotaCategory, string[]> = {
  collective: list('đơn vị, cơ quan, collective unit, group, groups, team, teams'),
  individual:
    list(`người, đồng chí, đ / c, đc, cán bộ, công chức, viên chức, nhân viên, hội viên, đoàn viên, đảng viên, chiến sĩ, chiến sỹ, giáo viên,
    học sinh, anh chị em, chiến sĩ thi đua, lao động tiên tiến, lđtt, cstđ, person, persons, people`),
  family: [],
}

/** Behind a number they are families, else the name of a movement. */
export const FAMILY_TITLES =
  list(`gia đình văn hóa, gia đình văn hoá, gia đình hiếu học, gia đình tiêu biểu, gia đình thể thao, gia đình học tập,
  gia đình hạnh phúc, gia đình 5 không 3 sạch, hộ gia đình văn hóa, hộ gia đình tiêu biểu, gia đình no ấm`)

/** Signs of number words, see numerals.ts: tails (mốt, tư, lăm) are letters, x ten, k a dozen of ten, h hundred, o "linh". */
export const NUMERALS: Record<string, string> = {
  một: '1', hai: '2', ba: '3', bốn: '4', năm: '5', sáu: '6', bảy: '7', bẩy: '7', tám: '8', chín: '9',
  mốt: 'a', tư: 'b', lăm: 'c', nhăm: 'c', mười: 'x', mươi: 'x', chục: 'k', trăm: 'h', linh: 'o', lẻ: 'o',
  nghìn: 'm', ngàn: 'm', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: 'x',
} // prettier-ignore

/** An abbreviation behind them is a name: "khối GD". */
export const BEFORE_NAME = list('khối, phòng, ngành, ban, trường, cụm, sở')

/** Before "năm" they make it a year; behind it too. */
export const BEFORE_YEAR = list(
  'cuối, đầu, cả, trong, mỗi, hàng, hằng, giữa, hết, từng, nhiều, các, những, sang, qua, tổng kết, việt',
)
export const AFTER_YEAR = list('nay, trước, sau, ngoái, tới, học, qua, này, vừa, kia, rồi, ngoai')

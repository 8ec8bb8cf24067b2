import type { Source } from './source.ts'

/** Stands for a cited character: neither letter, digit nor white space, so no reader takes it in. */
const BLANK = '¤'

const DATE = String.raw`(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} thang \d{1,2} nam \d{4}|\s?[/.…]+\s?\d{4})`
const TYPE = String.raw`(?:nghi quyet|nghi dinh|thong tu|quyet dinh|chi thi|ke hoach|cong van|van ban|huong dan|thong bao|luat|chuong trinh|ket luan|quy dinh|quy che|to trinh|cong dien|de an|qd|nd|nq|cv|kh|hd|tb)`
const NUMBER = String.raw`(?:\d{1,5}(?:\s?/\s?\d{4})?\s?/\s?(?!(?:hang |moi )?(?:thang|nam|quy|lan|tuan|ngay|gio))[a-z]{2,}[a-z\d&/-]{0,20}|\d{1,5}-[a-z]{2,6}/[a-z]{2,}[a-z\d-]{0,20}|so\s{0,2}[.…/ ]{0,8}/[a-z]{2,}[a-z\d&/-]{0,20})`
const PLAIN_WORDS = String.raw`(?:(?!(?:truoc|den|tu|cham|het|vao|trong|muon|xong|han|ngay)\b)[a-z&-]{1,12},?\s){1,10}?`
const UNBROKEN_WORDS = PLAIN_WORDS.replace(',?', '')

/** What is a date or a number and no deadline. All of them bounded, so that a long text takes linear time. */
const CITED = [
  // A document's number with its date: "số 99/KH-UBND (của UBND Thành phố) ngày 22/3/2023".
  new RegExp(String.raw`(?<![a-z\d/])${NUMBER}(?:,?\s(?:(?:cua|do)\s${PLAIN_WORDS})?\(?ngay\s${DATE})?`, 'g'),
  // A document without number: "theo Kế hoạch (…) ngày 22/3/2023 của UBND".
  new RegExp(String.raw`(?<![a-z])${TYPE}\s(?:so\s\d{1,5}\s)?(?:${PLAIN_WORDS})?ngay\s${DATE}(?=\s(?:cua|ve)\s)`, 'g'),
  new RegExp(
    String.raw`(?<=(?:theo|tai|thuc hien|can cu)\s(?:cac\s)?${TYPE}\s)(?:so\s\d{1,5}\s)?(?:cua\s${UNBROKEN_WORDS})?ngay\s${DATE}`,
    'g',
  ),
  // A law has no number in running text: "Luật Thi đua, khen thưởng ngày 15/6/2022".
  new RegExp(String.raw`(?<=(?<![a-z]|phap |ky )luat\s(?:${PLAIN_WORDS})?)ngay\s${DATE}`, 'g'),
  // "Nghị định 98/2023", "số 15/2025", "đợt 1/2025", "đợt 1/năm 2025", "lần 2/2025".
  new RegExp(
    String.raw`(?<=(?<![a-z])(?:${TYPE}|so|dot|lan|ky|khoa|tap|vong|phien)\s)\d{1,5}\s?/\s?(?:nam\s)?\d{4}(?![\d/])`,
    'g',
  ),
  // "nhiệm kỳ 2020-2025", "năm học 2024 - 2025", "khóa 2021-2026".
  /(?<=(?:nhiem ky|nam hoc|khoa|nien khoa)\s\(?)\d{4}\s?-\s?\d{2,4}(?!\d)/g,
  // The first half of an anniversary: "(02/9/1945 - 02/9/2025)", and dates of history.
  /(?<!\d)(\d{1,2}\/\d{1,2}\/)\d{4}\s?-\s?(?=\1\d{4})/g,
  /(?<=\((?:ngay )?|(?:sinh|thanh lap|truyen thong|giai phong|khoi nghia) (?:ngay )?)\d{1,2}\/\d{1,2}\/1[89]\d\d(?!\d)/g,
]

/** The source with its citations blanked out, character for character. */
export function blankCitations(source: Source): Source {
  const plain = CITED.reduce(
    (text, pattern) =>
      text.replace(pattern, (found, ...rest) =>
        isSlashOfText(source, found, Number(rest.find(Number.isInteger))) ? found : BLANK.repeat(found.length),
      ),
    source.plain,
  )
  return { ...source, plain }
}

/** "Sơ kết: tháng 6 / Tổng kết: tháng 12": the slash parts two milestones; a document's letters are capitals ("15/KH-UBND"). */
const isSlashOfText = ({ text }: Source, found: string, index: number) =>
  /^\d{1,4}(?:\s?\/\s?\d{4})?(?:\s?\/\s?\p{Lu}\p{Ll}{2}|\s\/\s\p{Ll})/u.test(text.slice(index, index + found.length))

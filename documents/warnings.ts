import { formatDate } from '#domain/dates.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { Deadline, PlanWarning, SuspectReason } from '#domain/plan.ts'

const REASONS: Record<SuspectReason, string> = {
  'before-issue': 'sớm hơn ngày ban hành kế hoạch',
  'outside-period': 'nằm ngoài thời gian của kế hoạch',
  'outside-section': 'không thuộc quý của mục này',
  'impossible-date': 'không có trong lịch',
  'implausible-year': 'có năm không hợp lý',
}

/** A date that does not fit. The evidence is the same event elsewhere, where there is one. */
export function suspectWarning(
  deadline: Deadline,
  at: string,
  evidence: { at: string; date: IsoDate } | undefined,
): PlanWarning {
  const { to, suspect, wording } = deadline
  const proposed = suspect?.proposed ?? null
  const proposal = proposed ? `, có thể là ${formatDate(proposed)}` : ''
  const support = evidence ? ` ${evidence.at} ghi ${formatDate(evidence.date)}.` : ''
  const yearOnly = to !== null && proposed !== null && to.slice(4) === proposed.slice(4)
  return {
    code: yearOnly ? 'suspect-year' : 'suspect-date',
    message: `Ghi “${wording}”: ngày ${suspect ? REASONS[suspect.reason] : 'không phù hợp'}${proposal}.${support} Đề nghị xác nhận.`,
    at,
  }
}

export const missingAppendix = (name: string): PlanWarning => ({
  code: 'missing-appendix',
  message: `Văn bản nêu ${name} nhưng tệp không có phụ lục này.`,
  at: null,
})

export const noDeadlines = (): PlanWarning => ({
  code: 'no-deadlines',
  message: 'Các nhiệm vụ trong văn bản không ghi thời hạn.',
  at: null,
})

export const unreadDeadline = (wording: string, at: string): PlanWarning => ({
  code: 'unread-deadline',
  message: `Chưa hiểu thời hạn “${wording}”; giữ nguyên văn, không nhắc theo ngày.`,
  at,
})

export const unreadQuota = (text: string, at: string): PlanWarning => ({
  code: 'unread-quota',
  message: `Chưa hiểu chỉ tiêu “${shorten(text)}”; đề nghị nhập lại.`,
  at,
})

export const unreadRow = (text: string, at: string): PlanWarning => ({
  code: 'unread-row',
  message: `Dòng này không khớp các cột của bảng: “${shorten(text)}”; đề nghị kiểm tra.`,
  at,
})

/** A table that is neither of tasks nor of quotas, or not understood; `text` is its first row. */
export const unreadTable = (text: string, at: string): PlanWarning => ({
  code: 'unread-table',
  message: `Bảng này không đọc được thành nhiệm vụ hay chỉ tiêu: “${shorten(text)}”; đề nghị kiểm tra.`,
  at,
})

/** The same event stands in two places; their dates where both have one. */
export function duplicateTask(
  at: string,
  other: string,
  dates: { here: IsoDate; there: IsoDate } | undefined,
): PlanWarning {
  const compared = !dates
    ? ''
    : dates.here === dates.there
      ? ` Cả hai ghi ngày ${formatDate(dates.here)}.`
      : ` Ngày ghi khác nhau: ${at} ghi ${formatDate(dates.here)}, ${other} ghi ${formatDate(dates.there)}.`
  return { code: 'duplicate-task', message: `${at} và ${other} là cùng một việc.${compared}`, at }
}

const shorten = (text: string) => (text.length > 120 ? `${text.slice(0, 117)}…` : text)

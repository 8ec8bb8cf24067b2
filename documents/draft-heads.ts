/** How the workbook of a draft names its columns and lines, in the words of plans, by which the reader finds them again. */
export const TASK_HEAD = [
  'TT',
  'Nội dung thực hiện',
  'Chỉ đạo',
  'Đơn vị thực hiện',
  'Đơn vị phối hợp',
  'Thời gian hoàn thành',
  'Ghi chú',
] as const
export const UNIT_HEAD = ['TT', 'Đơn vị', 'Tập thể', 'Cá nhân', 'Gia đình', 'Ghi chú'] as const
export const MOVEMENT_HEAD = ['Phong trào', 'Tập thể', 'Cá nhân', 'Gia đình', 'Ghi chú'] as const
export const NOTE = 'Ghi chú'
export const NUMBER = 'TT'

export const planNumber = (number: string): string => `Số: ${number}`
export const signedOn = (date: string): string => `Ngày ký: ${date}`
export const period = (from: string, to: string): string => `Thời gian thực hiện: từ ngày ${from} đến ngày ${to}`
export const planTitle = (title: string): string => `KẾ HOẠCH ${title}`
export const BY_PROPOSAL = 'Theo đề xuất'
/** In the place of a time: the document gives none. */
export const NO_TIME = '-'

/** The colour of a time that does not fit. */
export const SUSPECT = '#fff2cc'

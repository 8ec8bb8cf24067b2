import { foldInPlace } from './fold.ts'

/** Words that ask, address or join. Words with which units' names begin or end (công, tổ, ban, thanh, y) are not among them. */
const WORDS = `vc nv cv ntn nhất chào họp phiên j z trưa ạ à ơi ới oi ad admin bot dạ vâng ừ uh à nhé nha nhỉ hả ha nghen hen với vậy thế đấy đây đó thôi luôn ấy này nầy kia
 cho hỏi xem biết coi giúp giùm dùm nhờ nhắc báo gửi nói kể tìm tra xin lỗi làm ơn cảm cám phiền
 tôi em anh chị mình tui bạn chúng bọn cháu bác sếp mọi người ai
 có còn là thì mà và hay hoặc của ở tại trong trên ra vào đến tới từ cho theo về bên nơi thuộc do bởi
 gì nào sao đâu mấy bao nhiêu giờ lâu khi lúc hôm ngày tuần tháng quý năm kỳ đợt
 đã đang sẽ sắp chưa không ko k hông hong khong được bị phải cần muốn nên xong hết rồi dạo vừa mới nữa lại vẫn cũng đều chỉ
 những các cái mọi tất cả toàn bộ nhiều ít mục đầu danh sách liệt kê lịch hạn thời gian thời hạn chót nộp làm
 việc nhiệm hoàn thực hiện tồn đọng mốc quá trễ chậm muộn
 hi hello hey thanks ok oke please show me give tell list get see check what what's whats which when who how is are was be does do did have has need needs
 must should can could will would there any anything all about for of in on at by with from and or the it its left due deadline deadlines
 task tasks open pending still upcoming coming next schedule agenda todo my our mine us we you i date dates`

/** Phrases of two words whose single words may well begin a name. */
const PHRASES = [
  'tất cả',
  'công việc',
  'hoàn thành',
  'thông báo',
  'thống kê',
  'ấn định',
  'công tác',
  'vui lòng',
  'dự kiến',
  'nội dung',
  'nhiệm vụ',
  'công vụ',
  'tiến độ',
  'hội đồng',
  'to do',
  'báo cáo',
  'kế hoạch',
]

const words = new Set(WORDS.split(/\s+/))
const folded = new Set([...words].map(foldInPlace))
// Without diacritics "ca" is "công an" far more often than "cả".
folded.delete('ca')
const phrases = new Set(PHRASES.flatMap((phrase) => [phrase, foldInPlace(phrase)]))

/** A text without the words of asking at its beginning and end; in between nothing is touched. */
export function withoutFillers(text: string): string {
  let left = text.split(' ').filter(Boolean)
  for (;;) {
    const count = isFiller(left.slice(0, 2)) && !startsName(left) ? 2 : isFiller(left.slice(0, 1)) ? 1 : 0
    if (count === 0) break
    left = left.slice(count)
  }
  for (;;) {
    const count = isFiller(left.slice(-1)) ? 1 : isFiller(left.slice(-2)) ? 2 : 0
    if (count === 0) return left.join(' ')
    left = left.slice(0, -count)
  }
}

/** "Kế hoạch tài chính", "Hội đồng Đội" are names, "kế hoạch" or "hội đồng" alone is not. */
const startsName = (list: string[]): boolean =>
  list.length > 2 && ['ke hoach', 'hoi dong'].includes(foldInPlace(list.slice(0, 2).join(' ').toLowerCase()))

/** The words of a text that say something: not the words of asking, but what a council does (họp, nộp). */
export function contentWords(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\d/-]+/u)
    .filter((word) => word !== '' && (DOING.has(word.toLowerCase()) || !isFiller([word])))
}

const DOING = new Set(['họp', 'hop', 'phiên', 'phien', 'nộp', 'nop'])

function isFiller(part: string[]): boolean {
  if (part.length === 0) return false
  const word = part
    .join(' ')
    .toLowerCase()
    .replace(/[."']+$/, '')
  if (part.length === 2) return phrases.has(word)
  return words.has(word) || (word === foldInPlace(word) && folded.has(word)) || !/[\p{L}\d]/u.test(word)
}

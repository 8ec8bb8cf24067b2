import type { Dice } from './dice.ts'

/** Syllables of which the names of places are put together; none of them means a place that exists. */
const FIRST = 'An Bình Cẩm Châu Đại Đông Đức Gia Giang Hà Hải Hạnh Hiệp Hòa Hoàng Hồng Hưng Khánh Kim Lạc Lâm Liên Long Lộc Mai Minh Mỹ Nam Nghĩa Ngọc Nhân Ninh Phong Phú Phúc Quang Quế Sơn Tam Tân Tây Thạch Thái Thanh Thành Thiên Thịnh Thọ Thuận Tiên Trà Trung Trường Tuyên Vạn Văn Vĩnh Xuân Yên Bắc' // prettier-ignore
const SECOND = 'An Ân Bảo Bằng Cát Cường Dương Đài Điền Đình Đoài Giáp Hạ Hậu Hiền Hoa Huệ Khê Khương Kỳ La Lam Lễ Lĩnh Lợi Luông Lý Mạc Mẫn Môn Nguyên Nhuận Nội Phấn Quan Quỳnh Sài Sung Tảo Tâm Thắng Thiện Thôn Thượng Tiến Tín Trạch Trì Triều Tú Tường Uyên Viên Việt Vinh Vọng Vũ Xá Ý Yến' // prettier-ignore

const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
const MIDDLE = 'Thị Văn Đức Thanh Minh Ngọc Hữu Quang Thu Xuân Hồng Quốc Bích Công Kim Tuấn'.split(' ')
const GIVEN = 'An Anh Bình Châu Chi Cường Dũng Dung Giang Hà Hải Hạnh Hiếu Hoa Hòa Hùng Hương Khoa Lan Linh Long Mai Nam Nga Ngân Nhung Phong Phúc Phương Quân Quyên Sơn Tâm Thảo Thắng Thủy Trang Trung Tuyết Tùng Vân Việt Yến'.split(' ') // prettier-ignore

/** The name of the place with this number, from 1; no two of the first 3,600 are the same. */
export function placeName(number: number): string {
  const [first, second] = [FIRST.split(' '), SECOND.split(' ')]
  // Prime to the number of names, so that neighbours are not alike.
  const index = (number * 1543) % (first.length * second.length)
  return `${first[index % first.length]} ${second[Math.floor(index / first.length)]}`
}

export function personName(dice: Dice): string {
  return [FAMILY, MIDDLE, GIVEN].map((words) => dice.pick(words)).join(' ')
}

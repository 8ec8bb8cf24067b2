/**
 * What the words before a time make of it. `before`: the named day is too late. `by`: it is the last good one. `around`: about then.
 * `done`: "hoàn thành", "hạn": as `by` for a day, nothing for a month or a quarter. `in`: the words only introduce a time.
 */
export type Force = 'before' | 'by' | 'around' | 'done' | 'in'

/** Folded words, and what they say. Several may follow each other ("hoàn thành chậm nhất là trước ngày"); the strongest counts. */
export const WORDS: Record<Force, string[]> = {
  before: ['truoc', 'truoc thoi diem', 'den truoc', 'som hon'],
  by: [
    ...[
      'den',
      'toi',
      'cho den',
      'cho toi',
      'het',
      'den het',
      'toi het',
      'cho den het',
      'truoc khi het',
      'truoc khi ket thuc',
    ],
    ...['cham nhat', 'muon nhat', 'tre nhat', 'lau nhat', 'toi da', 'khong qua', 'khong cham hon', 'khong cham qua'],
    ...[
      'khong muon hon',
      'khong muon qua',
      'khong tre hon',
      'khong tre qua',
      'khong sau',
      'han cuoi',
      'han cuoi cung',
      'han chot',
    ],
    ...[
      'truoc hoac trong',
      'truoc va trong',
      'truoc hoac vao',
      'trong hoac truoc',
      'trong va truoc',
      'truoc het',
      'thoi han cuoi',
    ],
    ...[
      'thoi han cuoi cung',
      'deadline',
      'trong va het',
      'cham nhat vao',
      'cham nhat den',
      'cham nhat trong',
      'thoi diem cuoi',
    ],
  ],
  around: [
    'dip',
    'vao dip',
    'nhan dip',
    'trong dip',
    'dung dip',
    'vao khoang',
    'khoang',
    'du kien',
    'nhan ngay',
    'nhan le',
    'nhan ky niem',
    'nhan ky niem ngay',
  ],

  done: [
    'han',
    'thoi han',
    'thoi han hoan thanh',
    'han hoan thanh',
    'han nop',
    'han gui',
    'thoi han gui',
    'thoi han nop',
    'ky han',
  ]
    .concat([
      'hoan thanh',
      'hoan tat',
      'hoan thien',
      'xong',
      'ket thuc',
      'chot',
      'ngay hoan thanh',
      'thoi gian hoan thanh',
    ])
    .concat([
      'thoi diem hoan thanh',
      'gia han',
      'keo dai',
      'gia han',
      'keo dai',
      'trong ngay',
      'ngay trong ngay',
      'ngay het han',
    ]),
  in: [
    'trong',
    'vao',
    'vao luc',
    'luc',
    'hoi',
    'thoi gian',
    'thoi diem',
    'thoi gian thuc hien',
    'thoi gian to chuc',
    'ca',
  ]
    .concat(['suot', 'thuc hien', 'to chuc', 'to chuc vao', 'ngay trong', 'ngay tu', 'rieng'])
    .concat([
      'dung',
      'dung luc',
      'bat dau',
      'trien khai',
      'dien ra',
      'khai mac',
      'thuc hien trong',
      'trong thoi gian',
      'trong khoang thoi gian',
      'trong nam nay',
    ]),
}

/** Words that may stand between connectives and time, and connect nothing by themselves. */
export const FILLERS = ['la', 'cac', 'cua', 'giai doan', 'nhu sau']

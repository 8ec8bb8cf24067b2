import { nominateLine } from '#domain/rounds/nominate-line.ts'
import type { Wanted } from './table.ts'
import type { Seeded } from './two-councils.ts'

/** Something that can be typed behind a command's name about one council. */
export interface Line extends Wanted {
  /** What stands behind the name, by the council that is asked about. */
  args: (of: Seeded) => string
  /** It changes something where it is allowed. */
  writes?: true
  /** It is what it says in one kind of place alone (`linked`: the group of a council); elsewhere it is merely said where that is. */
  only?: 'private' | 'group' | 'linked'
  /** As a reply to a member's message. */
  replying?: true
}

type Args = Line['args'] | string
type More = Omit<Line, 'args' | 'row'>

/** Lines of one row of the table. */
const lines = (row: Wanted['row'], all: Args[], more: More = {}): Line[] =>
  all.map((args) => ({ row, args: typeof args === 'string' ? () => args : args, ...more }))

const WRITES: More = { writes: true }
const packed = (settled: Omit<Parameters<typeof nominateLine>[0], 'words'>, words: string) =>
  nominateLine({ ...settled, words }).replace('/denghi ', '')

/**
 * What is typed behind each command, by its Vietnamese name: of every sort of thing that it does at least one. Where it is allowed each is typed in this
 * order: what changes settings first, what needs a round before what ends it, and unlinking the group at last.
 */
export const LINES: Record<string, Line[]> = {
  trogiup: lines('help', ['', 'việc', 'thanks']),
  ngonngu: lines('help', ['', 'vi', 'tiếng gì']),
  start: lines('help', ['', ({ id }) => id]),
  hoidong: lines('help', [
    '',
    ({ id }) => id,
    ({ id }) => `${id} /kehoach`,
    ({ id }) => `${id} /viec`,
    ({ name }) => name,
  ]),
  taikhoan: lines('help', ['', 'mã', 'ưu tiên telegram', ({ id }) => id]),
  caidat: [
    ...lines('settings', ['', 'xem trước', 'ngày']),
    ...lines(
      'settings',
      [
        'giờ 09:00',
        'trước 20 10 1',
        'yên lặng 21:00 06:00',
        'quý tắt',
        'ngày nghỉ 02/5/2025',
        'ngày làm 26/4/2025',
        'bỏ ngày 26/4/2025',
        'nhóm tắt',
        'việc PL1 mục 2 trước 10 5 1',
        'múi giờ Asia/Bangkok',
        'duyệt hai người tắt',
      ],
      WRITES,
    ),
  ],
  viec: lines('see', [
    '',
    'quý này',
    'quá hạn',
    'không ấn định ngày',
    'của đơn vị tôi',
    'cả năm trang 2',
    ({ unit }) => unit,
    ({ planNumber }) => `kế hoạch ${planNumber}`,
  ]),
  chitiet: lines('see', [
    'PL1 mục 2',
    ({ deadline }) => `#${deadline}`,
    ({ deadline, otherDeadline }) => `#${deadline} #${otherDeadline}`,
  ]),
  chitieu: lines('see', [
    '',
    'đơn vị tôi',
    ({ unit }) => `"${unit}"`,
    ({ movement }) => movement,
    ({ planNumber }) => planNumber,
  ]),
  lich: [
    ...lines('see', ['', ({ unit }) => unit, ({ planNumber }) => planNumber]),
    ...lines('see', ['địa chỉ', ({ unit }) => `địa chỉ ${unit}`, 'thu hồi'], { linked: true, ...WRITES }),
  ],
  nhaclai: lines('see', [({ deadline }) => `#${deadline}`], WRITES),
  xong: [
    ...lines('done', ['PL1 mục 2', ({ deadline }) => `#${deadline}`], WRITES),
    ...lines('done', ['PL1 mục 1', ({ otherDeadline }) => `#${otherDeadline}`], { otherUnit: true, ...WRITES }),
  ],
  chuaxong: [
    ...lines('done', ['PL1 mục 2', ({ deadline }) => `#${deadline}`], WRITES),
    ...lines('done', ['PL1 mục 1', ({ otherDeadline }) => `#${otherDeadline}`], { otherUnit: true, ...WRITES }),
  ],
  tonghop: [
    ...lines('see', ['', ({ round }) => `@${round}`, ({ round }) => `excel @${round}`]),
    ...lines('rounds', [({ round }) => `biên bản @${round}`]),
  ],
  dot: [
    ...lines('see', ['', 'xem', ({ round }) => `xem @${round}`, 'đã đóng']),
    ...lines('rounds', [
      'mở',
      ({ round }) => `đóng @${round}`,
      ({ round }) => `bỏ @${round}`,
      ({ round }) => `bỏ chắc chắn @${round}`,
      ({ movementId }) => `tổng ${movementId} nhan`,
      ({ round }) => `gia hạn @${round}`,
      'giữ nguyên',
      ({ movementId, otherUnitId }) => `quyết ${movementId} ${otherUnitId} 1 khac`,
    ]),
    ...lines(
      'rounds',
      [
        'mở hiến máu hạn 17:00 05/12',
        ({ round }) => `nhắc @${round}`,
        ({ round }) => `gia hạn @${round} 17:00 08/12`,
        ({ unit, movementId }) => `chỉ tiêu @${movementId} ${unit} 7tt 8cn`,
        ({ movementId, otherUnitId }) => `quyết ${movementId} ${otherUnitId} 1 nhan`,
        ({ round }) => `đóng chắc chắn @${round}`,
        ({ round }) => `mở lại @${round} 17:00 09/12`,
      ],
      WRITES,
    ),
  ],
  denghi: [
    ...lines('handIn', [''], { only: 'private' }),
    ...lines(
      'handIn',
      [
        ({ unit }) => `${unit} 3 tập thể 5 cá nhân`,
        ({ round, movementId, unitId }) => packed({ roundId: round, movementId, unitId, sure: true }, '4tt 6cn'),
      ],
      WRITES,
    ),
    ...lines(
      'handIn',
      [
        ({ otherUnit }) => `${otherUnit} 3 tập thể 5 cá nhân`,
        ({ round, movementId, otherUnitId }) =>
          packed({ roundId: round, movementId, unitId: otherUnitId, sure: true }, '1tt 7cn'),
      ],
      { otherUnit: true, ...WRITES },
    ),
  ],
  kehoach: [
    ...lines('plans', [
      '',
      ...['xem', 'toàn bộ', 'khác', 'điểm khác', 'excel', 'xác nhận', 'kết quả', 'đã xác nhận', 'nhận', 'sửa'].map(
        (verb) =>
          ({ draft }: Seeded) =>
            `${verb} @${draft}`,
      ),
      ({ version }) => `xem @${version}`,
      ({ suspect }) => `moc ${suspect} - hoi`,
      ({ version, taskId }) => `xem sua @${version} words ${taskId} title Chữ khác`,
    ]),
    ...lines(
      'plans',
      [
        ({ suspect }) => `moc ${suspect} - la`,
        ({ draft }) => `nhận chắc chắn @${draft} 1`,
        ({ version, taskId }) => `sua chac chan @${version} words ${taskId} title Chữ khác`,
        ({ draft }) => `duyệt @${draft}`,
        'bỏ',
      ],
      WRITES,
    ),
  ],
  thongbao: [
    ...lines('announce', ['', 'soạn', 'mẫu', 'mau @meeting'], { only: 'private' }),
    ...lines(
      'announce',
      [
        'xem',
        'xem-truoc',
        'noi-dung',
        'nhan',
        'gui-toi',
        'lap',
        'hen',
        'sua',
        'luu-mau',
        'thu-hoi',
        'danh-sach',
        'excel',
      ].map(
        (act) =>
          ({ announcementDraft, announcement }: Seeded) =>
            `${act} @${['thu-hoi', 'danh-sach', 'excel'].includes(act) ? announcement : announcementDraft}`,
      ),
      { only: 'private' },
    ),
    ...lines(
      'announce',
      [
        () => 'Nội dung mới',
        ({ announcementDraft }) => `soan @${announcementDraft} Thêm một phần`,
        ({ announcementDraft }) => `bo-cuoi @${announcementDraft}`,
        ({ announcementDraft, unitId }) => `nhan @${announcementDraft} donvi 1 ${unitId}`,
        ({ announcementDraft, round }) => `nhan @${announcementDraft} dot ${round}`,
        ({ announcementDraft }) => `xac-nhan @${announcementDraft}`,
        ({ announcementDraft }) => `hen @${announcementDraft} 9:00 10/3/2025`,
        ({ announcementDraft }) => `bo-hen @${announcementDraft}`,
        ({ announcementDraft }) => `luu-mau @${announcementDraft} Mẫu mới`,
        ({ template }) => `mau @dung ${template}`,
        ({ announcement }) => `nhac @${announcement}`,
        ({ announcementDraft }) => `gui-du @${announcementDraft}`,
        ({ announcementDraft }) => `dung @${announcementDraft}`,
        ({ announcementDraft }) => `tiep @${announcementDraft}`,
        ({ announcement }) => `thu-hoi-chac @${announcement}`,
        ({ template }) => `mau @bo-chac ${template}`,
        ({ announcementSpare }) => `huy @${announcementSpare}`,
      ],
      { only: 'private', ...WRITES },
    ),
  ],
  moi: [
    ...lines('invite', ['trưởng Tổ mới lập', 'phó'], { only: 'private' }),
    ...lines('invite', ['thành viên', 'thư ký', ({ unit }) => `trưởng ${unit}`, '+trưởng Tổ mới lập'], {
      only: 'private',
      ...WRITES,
    }),
    ...lines('invite', ['thư ký', ({ unit }) => `phó ${unit}`], { only: 'group', replying: true, ...WRITES }),
  ],
  donvi: [
    ...lines('see', ['', 'trang 2', ({ unit }) => unit]),
    ...lines('settings', ['thôi thư ký', ({ unit }) => `thôi trưởng "${unit}"`, 'bỏ "Văn phòng UBND"', 'giữ nguyên']),
    ...lines(
      'settings',
      [
        'thêm Tổ hòa giải',
        ({ unit }) => `tên khác "${unit}": Đội chung`,
        ({ unit }) => `điện thoại "${unit}": 0912345678`,
        ({ unit }) => `vắng "${unit}"`,
        ({ unit }) => `có mặt "${unit}"`,
        'bỏ chắc chắn "Tổ hòa giải"',
        ({ otherUnit }) => `đổi tên "${otherUnit}": Trạm đổi tên`,
        ({ membership }) => `thôi chắc chắn ${membership}`,
      ],
      WRITES,
    ),
  ],
  nhatky: lines('auditLog', ['', 'trang 2', ({ unit }) => unit, ({ secretary }) => secretary.name, 'tuần này']),
  lienket: [
    ...lines('settings', [''], { only: 'linked' }),
    ...lines('settings', ['bỏ'], { only: 'linked', ...WRITES }),
    // It is linked already.
    ...lines('help', [({ groupId, id }) => `${groupId} ${id}`]),
  ],
}

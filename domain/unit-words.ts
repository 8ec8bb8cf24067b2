import { fold } from './fold.ts'
import { remembering } from './remembering.ts'

/** How offices shorten the words of units' names; both sides folded. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ca: 'cong an',
  cap: 'cong an phuong',
  cax: 'cong an xa',
  p: 'phuong',
  tp: 'thanh pho',
  qs: 'quan su',
  chqs: 'chi huy quan su',
  bch: 'ban chap hanh',
  bchqs: 'ban chi huy quan su',
  vp: 'van phong',
  vpub: 'van phong uy ban nhan dan',
  vpubnd: 'van phong uy ban nhan dan',
  ub: 'uy ban',
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  mttq: 'mat tran to quoc',
  ubmttq: 'uy ban mat tran to quoc',
  vn: 'viet nam',
  ccb: 'cuu chien binh',
  hccb: 'hoi cuu chien binh',
  lhpn: 'lien hiep phu nu',
  hpn: 'hoi lien hiep phu nu',
  pn: 'phu nu',
  dtn: 'doan thanh nien',
  tn: 'thanh nien',
  tncs: 'thanh nien cong san',
  tnxp: 'thanh nien xung phong',
  hnd: 'hoi nong dan',
  nd: 'nong dan',
  nct: 'nguoi cao tuoi',
  ctd: 'chu thap do',
  ldld: 'lien doan lao dong',
  cd: 'cong doan',
  vhxh: 'van hoa xa hoi',
  vhtt: 'van hoa thong tin',
  gd: 'giao duc',
  gddt: 'giao duc dao tao',
  ldtbxh: 'lao dong thuong binh xa hoi',
  tckh: 'tai chinh ke hoach',
  tckt: 'tai chinh ke toan',
  tnmt: 'tai nguyen moi truong',
  qldt: 'quan ly do thi',
  kthtdt: 'kinh te ha tang do thi',
  khcn: 'khoa hoc cong nghe',
  tdkt: 'thi dua khen thuong',
  dsgdte: 'dan so gia dinh tre em',
  clb: 'cau lac bo',
  tdp: 'to dan pho',
  th: 'tieu hoc',
  thcs: 'trung hoc co so',
  thpt: 'trung hoc pho thong',
  mn: 'mam non',
  hcc: 'hanh chinh cong',
  htx: 'hop tac xa',
  ptth: 'phat thanh truyen hinh',
  police: 'cong an',
  military: 'quan su',
  health: 'y te',
  education: 'giao duc',
}

/** A name as bare words: folded, no punctuation, without "và". */
export const plainName = remembering((name) =>
  fold(name)
    .replace(/&/g, ' va ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/(?<=^| )va(?= |$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
)

/** A plain name with every short form written out: "ca phuong" is "cong an phuong". A short form has no marks: "cá" is none. */
export const fullName = (name: string): string =>
  plainName(
    name.normalize('NFC').replace(/[\p{L}\d]+/gu, (word) => {
      const short = word.toLowerCase().replaceAll('đ', 'd')
      return Object.hasOwn(SHORT_FORMS, short) ? SHORT_FORMS[short]! : word
    }),
  )

/** What a name is about: written out, without the kind of body before it (trạm, ban, công chức) and the place behind it (phường). */
export const coreName = remembering((name) => {
  const full = fullName(name)
  const headless = full.replace(HEAD, '')
  return headless.replace(PLACE, '') || headless || full
})

const HEAD =
  /^(?:(?:tram|bo phan|cong chuc|phong|so|ban(?= chi huy| quan ly| chap hanh)|bo(?= chi huy)|chi huy|chap hanh|lanh dao|uy ban(?= mat tran)|hoi(?! dong)|to(?= quan ly)|khoi|doi) )+/
const PLACE = / (?:phuong|xa|quan|huyen|thi tran|thi xa|thanh pho|tinh|dia phuong)(?: .*)?$/

/** Whether `words` holds `part` as whole words. */
export const holds = (words: string, part: string): boolean => part !== '' && ` ${words} `.includes(` ${part} `)

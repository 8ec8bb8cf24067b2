import { fold } from '#domain/fold.ts'
import type { Appendix } from './appendices.ts'
import type { Block, Paragraph } from './neutral.ts'
import { allNodes, outlineOf } from './outline.ts'
import type { Node } from './outline.ts'
import { readQuotas } from './quotas.ts'
import type { FoundQuotas } from './quotas.ts'
import { chunksOf, isParagraph } from './table-chunks.ts'
import { trimTail } from './markup.ts'
import { movementName } from './movements.ts'

/** What heads a part about quotas, and not about targets ("mục tiêu, chỉ tiêu"). */
const QUOTA_TITLE =
  /chi tieu (?:de nghi |xet |tang |phan bo |binh |so luong )*(?:khen|thi dua|danh hieu|de nghi|xet|phan bo|cho cac)|phan bo .{0,30}(?:chi tieu|so luong|khen)|(?:so luong|ty le|co cau|dinh muc|han muc)[^.]{0,30}(?:khen thuong|danh hieu|de nghi|tap the|ca nhan)/

/** What was given before, and lists of who gets it, are no quotas. */
const RESULTS = /^(?:bang |bieu )?(?:tong hop )?(?:(?:ket qua|tinh hinh|thuc trang)\b(?! phan bo)|danh sach\b)/

/** A sentence of running text that limits how many may be nominated. */
const SHARE =
  /\bkhong (?:vuot )?qua \d{1,3} ?%.{0,80}\b(?:ca nhan|tap the|don vi|gia dinh|danh hieu|lao dong tien tien)\b/

/** A sentence that says how many are commended in all: "Khen thưởng 05 tập thể và 10 cá nhân tiêu biểu"; none of what was done. */
const TOTAL =
  /^(?:du kien )?(?:khen thuong|bieu duong|ton vinh|tang (?:giay|bang) khen|xet chon|de nghi khen thuong)[^.;]{0,60}?\b\d{1,3} (?:tap the|ca nhan|gia dinh|ho)\b(?!.*\b(?:da|dat|tro len|hang nam)\b)/

const isLimit = (folded: string) => SHARE.test(folded) || TOTAL.test(folded)

/** The quotas of a document: of its appendices, and of the body's tables and sections about quotas. The plan's title may name the movement. */
export function findQuotas(body: readonly Block[], appendices: readonly Appendix[], planTitle: string): FoundQuotas {
  const found = [...appendices.map((one) => quotasOfAppendix(one, planTitle)), ...quotasOfBody(body, planTitle)]
  return { quotas: found.flatMap(({ quotas }) => quotas), warnings: found.flatMap(({ warnings }) => warnings) }
}

function quotasOfAppendix({ name, title, blocks }: Appendix, planTitle: string): FoundQuotas {
  if (RESULTS.test(fold(title))) return NONE
  const parts = chunksOf(blocks)
  const onlyQuotas = parts.some(({ kind }) => kind === 'quotas') && !parts.some(({ kind }) => kind === 'tasks')
  return readQuotas(name, [title, planTitle], parts, onlyQuotas || QUOTA_TITLE.test(fold(title)))
}

function quotasOfBody(body: readonly Block[], planTitle: string): FoundQuotas[] {
  const parts = chunksOf(body)
  const tables = parts.flatMap((part, index) => {
    if (part.kind !== 'quotas') return []
    const before = parts[index - 1]
    const title = before && isParagraph(before) ? before.text : ''
    if (RESULTS.test(fold(movementName(title)))) return []
    return [readQuotas(null, [trimTail(title), planTitle], before ? [before, part] : [part], false)]
  })
  const sections = allNodes(outlineOf(body)).filter(
    ({ text, children }) => text.length < 160 && children.length > 0 && QUOTA_TITLE.test(fold(text)),
  )
  const told = new Set(sections.flatMap(({ children }) => allNodes(children)).map(({ line }) => line))
  const shares = allNodes(outlineOf(body)).filter(({ text, line }) => isLimit(fold(text)) && !told.has(line))
  return [
    ...tables,
    ...shares.map((node) => readQuotas(null, [planTitle], [toParagraph(node)], true)),
    ...sections.map((section) =>
      readQuotas(null, [trimTail(section.text), planTitle], allNodes(section.children).map(toParagraph), true),
    ),
  ]
}

const NONE: FoundQuotas = { quotas: [], warnings: [] }

const toParagraph = ({ level, mark, text, line, heading }: Node): Paragraph => ({
  kind: 'paragraph',
  text: level.startsWith('bullet') ? `- ${text}` : mark ? `${mark}. ${text}` : text,
  line,
  heading,
})

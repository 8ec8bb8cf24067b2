/** A section of docs/benchmarks.md, which a command of its own can measure anew. */
export interface Section {
  /** As `npm run bench -- NAME` has it. */
  name: string
  title: string
  /** Measures and writes what stands under the title, in Markdown. */
  measure: () => Promise<string>
}

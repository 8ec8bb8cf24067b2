import v8 from 'node:v8'
import vm from 'node:vm'

v8.setFlagsFromString('--expose-gc')
const collect = vm.runInNewContext('gc') as () => void

/** Bytes in use on the heap once nothing is left to collect. */
export function heapInUse(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

// Threads do not inherit the loader that runs the sources as they are.
import { register } from 'tsx/esm/api'

register()
await import('./backup-worker.ts')

import { describe, expect, it } from 'vitest'
import { backupFolderOf } from '#prisma/backup-folder.ts'

describe('where they are', () => {
  const settings = { DATABASE_URL: 'file:./data/council.db', BACKUP_KEEP: 14 }
  it.each([
    ['beside the SQLite file', settings, { dir: 'data/backups', keep: 14 }],
    ['where the settings say', { ...settings, BACKUP_DIR: '/srv/b', BACKUP_KEEP: 3 }, { dir: '/srv/b', keep: 3 }],
    ['nowhere with none to keep', { ...settings, BACKUP_KEEP: 0 }, undefined],
    ['nowhere with PostgreSQL alone', { ...settings, DATABASE_URL: 'postgresql://db/tdkt' }, undefined],
    [
      'with PostgreSQL in a folder',
      { DATABASE_URL: 'postgresql://db/tdkt', BACKUP_DIR: 'b', BACKUP_KEEP: 1 },
      { dir: 'b', keep: 1 },
    ],
  ])('%s', (_, given, folder) => {
    expect(backupFolderOf(given)).toEqual(folder)
  })
})

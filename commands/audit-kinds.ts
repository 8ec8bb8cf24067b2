import type { AuditAction } from '#prisma/audit.ts'

/** Acts that belong together, and the words for them: folded, the first one is what the bot itself writes. */
export interface AuditKind {
  key: string
  names: string[]
  actions: AuditAction[]
}

export const AUDIT_KINDS: readonly AuditKind[] = [
  {
    key: 'audit-kind-plan',
    names: ['ke hoach', 'plan', 'plans'],
    actions: [
      'plan-stored',
      'plan-first-approved',
      'plan-approved',
      'plan-dropped',
      'plan-corrected',
      'deadline-decided',
    ],
  },
  {
    key: 'audit-kind-unit',
    names: ['don vi', 'unit', 'units'],
    actions: ['unit-added', 'unit-renamed', 'unit-removed', 'alias-added', 'unit-phone-set'],
  },
  {
    key: 'audit-kind-role',
    names: ['vai tro', 'moi', 'ma moi', 'vang', 'role', 'roles', 'invites'],
    actions: [
      'invite-created',
      'person-linked',
      'role-given',
      'role-ended',
      'account-linked',
      'head-away',
      'head-present',
      'person-forgotten',
    ],
  },
  {
    key: 'audit-kind-task',
    names: ['nhiem vu', 'viec', 'xong', 'task', 'tasks', 'done'],
    actions: ['task-done', 'task-undone'],
  },
  {
    key: 'audit-kind-calendar',
    names: ['lich', 'calendar'],
    actions: ['calendar-address-made', 'calendar-addresses-revoked'],
  },
  { key: 'audit-kind-settings', names: ['cai dat', 'settings', 'setting'], actions: ['settings-changed'] },
  {
    key: 'audit-kind-group',
    names: ['lien ket', 'nhom', 'hoi dong', 'link', 'groups', 'council'],
    actions: ['council-created', 'chat-linked', 'chat-unlinked'],
  },
  {
    key: 'audit-kind-round',
    names: ['dot', 'dot de nghi', 'round', 'rounds'],
    actions: [
      'round-opened',
      'round-extended',
      'round-reminded',
      'round-closed',
      'round-reopened',
      'round-dropped',
      'total-settled',
    ],
  },
  {
    key: 'audit-kind-nomination',
    names: ['de nghi', 'de nghi khen thuong', 'so lieu', 'nominations', 'nomination'],
    actions: ['nominated', 'request-decided'],
  },
  {
    key: 'audit-kind-announcement',
    names: ['thong bao', 'mau thong bao', 'announcement', 'announcements', 'templates'],
    actions: [
      'announcement-sent',
      'announcement-scheduled',
      'announcement-unscheduled',
      'announcement-dropped',
      'announcement-stopped',
      'announcement-continued',
      'announcement-corrected',
      'announcement-withdrawn',
      'announcement-retried',
      'announcement-reminded',
      'template-saved',
      'template-removed',
    ],
  },
  { key: 'audit-kind-quota', names: ['chi tieu', 'quotas', 'quota'], actions: ['quota-entered'] },
]

// Who may import whom. The table is the one of the README's map: change both together.
const ROOMS = {
  domain: [],
  documents: ['domain'],
  locales: ['domain'],
  prisma: ['domain'],
  commands: ['domain', 'documents', 'prisma', 'locales'],
  scheduler: ['domain', 'documents', 'prisma', 'locales'],
}

/** Of the database the edge sees only what it sends and where, what it knows of its networks, and the playground's transcript. */
const EDGE = [
  '^domain/',
  '^prisma/(database|outbox|playground|credentials|facts|known-bots|heard|monthly-use|outages|hold-lease|webhook-secret|api-requests|catch-ups)\\.ts$',
]

const borders = Object.entries(ROOMS).map(([room, may]) => ({
  name: `border-of-${room}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: {
    path: '^(?!node_modules)[^/]+(/|\\.ts$)',
    pathNot: [room, ...may].map((name) => `^${name}/`),
    dependencyTypesNot: ['npm', 'core'],
  },
}))

const library = (name, path, pathNot) => ({
  name: `only-there-${name}`,
  severity: 'error',
  from: { path: '^(domain|documents|locales|prisma|commands|scheduler|bot|[^/]+\\.ts$)', pathNot },
  to: { path },
})

module.exports = {
  forbidden: [
    ...borders,
    {
      name: 'border-of-bot',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^(domain|documents|locales|prisma|commands|scheduler)/', pathNot: EDGE },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.config\\.(ts|js)$', '\\.cjs$', '\\.d\\.ts$', '^tools/', '^bot/playground/web/'],
      },
      to: {},
    },
    {
      name: 'tests-are-leaves',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    library('grammy', 'node_modules/grammy', '^bot/telegram/'),
    library('axios', 'node_modules/axios', '^bot/zalo/'),
    library('prisma', 'node_modules/(@prisma|better-sqlite3)', '^(prisma/|prisma\\.config)'),
    library('pg', 'node_modules/pg/', '^prisma/'),
    library('node-cron', 'node_modules/node-cron', '^scheduler/start'),
    library('fluent', 'node_modules/@fluent', '^locales/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: ['^prisma/generated', '^coverage', '^dist'] },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
}

-- CreateTable
CREATE TABLE "Round" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "deadline" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "openedAt" DATETIME,
    "closedAt" DATETIME,
    "chasedOn" TEXT,
    "overTold" BOOLEAN NOT NULL DEFAULT false,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Round_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoundMovement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roundId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "hasTotal" BOOLEAN NOT NULL DEFAULT false,
    "collectiveMax" INTEGER,
    "collectiveOf" INTEGER,
    "individualMax" INTEGER,
    "individualOf" INTEGER,
    "familyMax" INTEGER,
    "familyOf" INTEGER,
    "settled" JSONB,
    CONSTRAINT "RoundMovement_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoundQuota" (
    "movementId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hasQuota" BOOLEAN NOT NULL DEFAULT false,
    "collectiveMax" INTEGER,
    "collectiveOf" INTEGER,
    "individualMax" INTEGER,
    "individualOf" INTEGER,
    "familyMax" INTEGER,
    "familyOf" INTEGER,
    "base" INTEGER,

    PRIMARY KEY ("movementId", "unitId"),
    CONSTRAINT "RoundQuota_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES "RoundMovement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoundQuota_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Nomination" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "movementId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "request" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "personId" TEXT,
    "personName" TEXT NOT NULL,
    "behalf" BOOLEAN NOT NULL DEFAULT false,
    "at" DATETIME NOT NULL,
    "platform" TEXT,
    "chat" TEXT,
    "messageId" TEXT,
    "revision" BIGINT,
    CONSTRAINT "Nomination_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES "RoundMovement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Nomination_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoundCard" (
    "roundId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "shows" TEXT NOT NULL DEFAULT '',
    "messageId" TEXT,

    PRIMARY KEY ("roundId", "chatId"),
    CONSTRAINT "RoundCard_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoundCard_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Question" (
    "chatId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,

    PRIMARY KEY ("chatId", "personId"),
    CONSTRAINT "Question_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Question_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Round_councilId_state_idx" ON "Round"("councilId", "state");

-- CreateIndex
CREATE INDEX "Round_state_deadline_idx" ON "Round"("state", "deadline");

-- CreateIndex
CREATE INDEX "Round_stale_idx" ON "Round"("stale");

-- CreateIndex
CREATE UNIQUE INDEX "RoundMovement_roundId_position_key" ON "RoundMovement"("roundId", "position");

-- CreateIndex
CREATE INDEX "RoundQuota_unitId_idx" ON "RoundQuota"("unitId");

-- CreateIndex
CREATE INDEX "Nomination_platform_chat_messageId_idx" ON "Nomination"("platform", "chat", "messageId");

-- CreateIndex
CREATE INDEX "Nomination_unitId_idx" ON "Nomination"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_movementId_unitId_version_key" ON "Nomination"("movementId", "unitId", "version");

-- CreateIndex
CREATE INDEX "RoundCard_chatId_messageId_idx" ON "RoundCard"("chatId", "messageId");

-- CreateIndex
CREATE INDEX "Question_expiresAt_idx" ON "Question"("expiresAt");

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "JobLock";
PRAGMA foreign_keys=on;

-- CreateTable
CREATE TABLE "CouncilBot" (
    "councilId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL,

    PRIMARY KEY ("councilId", "platform"),
    CONSTRAINT "CouncilBot_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "until" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ApiRequest" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "spare" BOOLEAN NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Chat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "homeTopic" TEXT,
    "locale" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "heardTo" BIGINT,
    "seenAt" DATETIME,
    "reminds" BOOLEAN NOT NULL DEFAULT true,
    "councilId" TEXT,
    "linkedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Chat_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Chat" ("councilId", "createdAt", "externalId", "heardTo", "homeTopic", "id", "kind", "linkedAt", "locale", "platform", "reminds", "seenAt", "state", "title") SELECT "councilId", "createdAt", "externalId", "heardTo", "homeTopic", "id", "kind", "linkedAt", "locale", "platform", "reminds", "seenAt", "state", "title" FROM "Chat";
DROP TABLE "Chat";
ALTER TABLE "new_Chat" RENAME TO "Chat";
CREATE INDEX "Chat_councilId_idx" ON "Chat"("councilId");
CREATE UNIQUE INDEX "Chat_platform_externalId_bot_key" ON "Chat"("platform", "externalId", "bot");
CREATE TABLE "new_Credential" (
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "expiresAt" DATETIME,
    "refreshedAt" DATETIME,
    "refreshingSince" DATETIME,
    "lockedUntil" DATETIME,
    "seed" TEXT,
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "pending" JSONB,

    PRIMARY KEY ("platform", "bot")
);
INSERT INTO "new_Credential" ("accessToken", "expiresAt", "failure", "failures", "lockedUntil", "pending", "platform", "refreshToken", "refreshedAt", "refreshingSince", "seed") SELECT "accessToken", "expiresAt", "failure", "failures", "lockedUntil", "pending", "platform", "refreshToken", "refreshedAt", "refreshingSince", "seed" FROM "Credential";
DROP TABLE "Credential";
ALTER TABLE "new_Credential" RENAME TO "Credential";
CREATE TABLE "new_Fact" (
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("platform", "bot", "key")
);
INSERT INTO "new_Fact" ("key", "platform", "value") SELECT "key", "platform", "value" FROM "Fact";
DROP TABLE "Fact";
ALTER TABLE "new_Fact" RENAME TO "Fact";
CREATE TABLE "new_Inbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "externalId" TEXT NOT NULL,
    "chatKey" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "claimedBy" TEXT,
    "claimedUntil" DATETIME,
    "doneAt" DATETIME,
    "failure" TEXT
);
INSERT INTO "new_Inbox" ("chatKey", "doneAt", "externalId", "failure", "id", "payload", "platform", "receivedAt") SELECT "chatKey", "doneAt", "externalId", "failure", "id", "payload", "platform", "receivedAt" FROM "Inbox";
DROP TABLE "Inbox";
ALTER TABLE "new_Inbox" RENAME TO "Inbox";
CREATE INDEX "Inbox_doneAt_id_idx" ON "Inbox"("doneAt", "id");
CREATE INDEX "Inbox_chatKey_doneAt_id_idx" ON "Inbox"("chatKey", "doneAt", "id");
CREATE UNIQUE INDEX "Inbox_platform_bot_externalId_key" ON "Inbox"("platform", "bot", "externalId");
CREATE TABLE "new_MonthlyUse" (
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "month" TEXT NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "received" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("platform", "bot", "month")
);
INSERT INTO "new_MonthlyUse" ("month", "platform", "received", "sent") SELECT "month", "platform", "received", "sent" FROM "MonthlyUse";
DROP TABLE "MonthlyUse";
ALTER TABLE "new_MonthlyUse" RENAME TO "MonthlyUse";
CREATE TABLE "new_Outage" (
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "since" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "down" BOOLEAN NOT NULL DEFAULT false,
    "toldAt" DATETIME,
    "endedAt" DATETIME,

    PRIMARY KEY ("platform", "bot")
);
INSERT INTO "new_Outage" ("down", "endedAt", "platform", "reason", "since", "toldAt") SELECT "down", "endedAt", "platform", "reason", "since", "toldAt" FROM "Outage";
DROP TABLE "Outage";
ALTER TABLE "new_Outage" RENAME TO "Outage";
CREATE TABLE "new_Outbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL DEFAULT 1,
    "chatId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "promptId" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME NOT NULL,
    "claimedBy" TEXT,
    "claimedUntil" DATETIME,
    "externalId" TEXT,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "reported" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Outbox_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Outbox" ("attempts", "chatId", "claimedUntil", "createdAt", "dedupeKey", "externalId", "finishedAt", "id", "kind", "notBefore", "payload", "platform", "priority", "promptId", "reason", "reported", "state") SELECT "attempts", "chatId", "claimedUntil", "createdAt", "dedupeKey", "externalId", "finishedAt", "id", "kind", "notBefore", "payload", "platform", "priority", "promptId", "reason", "reported", "state" FROM "Outbox";
DROP TABLE "Outbox";
ALTER TABLE "new_Outbox" RENAME TO "Outbox";
CREATE UNIQUE INDEX "Outbox_dedupeKey_key" ON "Outbox"("dedupeKey");
CREATE INDEX "Outbox_state_platform_bot_priority_id_idx" ON "Outbox"("state", "platform", "bot", "priority", "id");
CREATE INDEX "Outbox_chatId_finishedAt_idx" ON "Outbox"("chatId", "finishedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CouncilBot_platform_bot_idx" ON "CouncilBot"("platform", "bot");

-- CreateIndex
CREATE INDEX "ApiRequest_platform_bot_at_idx" ON "ApiRequest"("platform", "bot", "at");

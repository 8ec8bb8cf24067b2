-- AlterTable
ALTER TABLE "Completion" ADD COLUMN "occurrence" TEXT;

-- AlterTable
ALTER TABLE "Council" ADD COLUMN "remindedThrough" TEXT;
ALTER TABLE "Council" ADD COLUMN "reminders" JSONB;

-- CreateTable
CREATE TABLE "WorkingDay" (
    "councilId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "working" BOOLEAN NOT NULL,

    PRIMARY KEY ("councilId", "date"),
    CONSTRAINT "WorkingDay_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Snooze" (
    "chatId" TEXT NOT NULL,
    "deadlineId" TEXT NOT NULL,
    "on" TEXT NOT NULL,

    PRIMARY KEY ("chatId", "deadlineId"),
    CONSTRAINT "Snooze_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Snooze_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES "Deadline" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TakenChoice" (
    "promptId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,

    PRIMARY KEY ("promptId", "index"),
    CONSTRAINT "TakenChoice_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Chat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "homeTopic" TEXT,
    "locale" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "reminds" BOOLEAN NOT NULL DEFAULT true,
    "councilId" TEXT,
    "linkedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Chat_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Chat" ("councilId", "createdAt", "externalId", "homeTopic", "id", "kind", "linkedAt", "locale", "platform", "state", "title") SELECT "councilId", "createdAt", "externalId", "homeTopic", "id", "kind", "linkedAt", "locale", "platform", "state", "title" FROM "Chat";
DROP TABLE "Chat";
ALTER TABLE "new_Chat" RENAME TO "Chat";
CREATE INDEX "Chat_councilId_idx" ON "Chat"("councilId");
CREATE UNIQUE INDEX "Chat_platform_externalId_key" ON "Chat"("platform", "externalId");
CREATE TABLE "new_Prompt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "chatId" TEXT NOT NULL,
    "personId" TEXT,
    "choices" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "menu" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Prompt_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Prompt" ("answeredAt", "chatId", "choices", "createdAt", "expiresAt", "id", "personId") SELECT "answeredAt", "chatId", "choices", "createdAt", "expiresAt", "id", "personId" FROM "Prompt";
DROP TABLE "Prompt";
ALTER TABLE "new_Prompt" RENAME TO "Prompt";
CREATE INDEX "Prompt_chatId_answeredAt_idx" ON "Prompt"("chatId", "answeredAt");
CREATE INDEX "Prompt_expiresAt_idx" ON "Prompt"("expiresAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Council_remindedThrough_idx" ON "Council"("remindedThrough");

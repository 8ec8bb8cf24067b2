-- AlterTable
ALTER TABLE "Unit" ADD COLUMN "phone" TEXT;

-- CreateTable
CREATE TABLE "Announcement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "receipt" BOOLEAN NOT NULL DEFAULT false,
    "sendAt" DATETIME,
    "repeat" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "endedAt" DATETIME,
    CONSTRAINT "Announcement_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AnnouncementRecipient" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "announcementId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "chatId" TEXT,
    "name" TEXT NOT NULL,
    "unit" TEXT,
    "phone" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "enqueued" BOOLEAN NOT NULL DEFAULT false,
    "messageIds" JSONB,
    CONSTRAINT "AnnouncementRecipient_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AnnouncementRecipient_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Receipt" (
    "recipientId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("recipientId", "personId"),
    CONSTRAINT "Receipt_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "AnnouncementRecipient" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Receipt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AnnouncementProgress" (
    "announcementId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "shows" TEXT NOT NULL DEFAULT '',
    "at" DATETIME,

    PRIMARY KEY ("announcementId", "chatId"),
    CONSTRAINT "AnnouncementProgress_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AnnouncementProgress_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Template" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Template_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Prompt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "chatId" TEXT NOT NULL,
    "personId" TEXT,
    "choices" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "menu" BOOLEAN NOT NULL DEFAULT false,
    "standing" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Prompt_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Prompt" ("answeredAt", "chatId", "choices", "createdAt", "expiresAt", "id", "menu", "personId") SELECT "answeredAt", "chatId", "choices", "createdAt", "expiresAt", "id", "menu", "personId" FROM "Prompt";
DROP TABLE "Prompt";
ALTER TABLE "new_Prompt" RENAME TO "Prompt";
CREATE INDEX "Prompt_chatId_answeredAt_idx" ON "Prompt"("chatId", "answeredAt");
CREATE INDEX "Prompt_expiresAt_idx" ON "Prompt"("expiresAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Announcement_councilId_state_idx" ON "Announcement"("councilId", "state");

-- CreateIndex
CREATE INDEX "Announcement_state_sendAt_idx" ON "Announcement"("state", "sendAt");

-- CreateIndex
CREATE INDEX "AnnouncementRecipient_announcementId_state_idx" ON "AnnouncementRecipient"("announcementId", "state");

-- CreateIndex
CREATE INDEX "AnnouncementRecipient_chatId_idx" ON "AnnouncementRecipient"("chatId");

-- CreateIndex
CREATE UNIQUE INDEX "AnnouncementRecipient_announcementId_chatId_key" ON "AnnouncementRecipient"("announcementId", "chatId");

-- CreateIndex
CREATE INDEX "Receipt_personId_idx" ON "Receipt"("personId");

-- CreateIndex
CREATE INDEX "AnnouncementProgress_chatId_idx" ON "AnnouncementProgress"("chatId");

-- CreateIndex
CREATE UNIQUE INDEX "Template_councilId_key_key" ON "Template"("councilId", "key");

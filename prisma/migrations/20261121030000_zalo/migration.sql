-- AlterTable
ALTER TABLE "Chat" ADD COLUMN "heardTo" BIGINT;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN "preferred" TEXT;

-- AlterTable
ALTER TABLE "Prompt" ADD COLUMN "askedById" TEXT;

-- CreateTable
CREATE TABLE "AccountCode" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "AccountCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Credential" (
    "platform" TEXT NOT NULL PRIMARY KEY,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "expiresAt" DATETIME,
    "refreshedAt" DATETIME,
    "refreshingSince" DATETIME,
    "lockedUntil" DATETIME,
    "seed" TEXT,
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "pending" JSONB
);

-- CreateTable
CREATE TABLE "Fact" (
    "platform" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("platform", "key")
);

-- CreateTable
CREATE TABLE "MonthlyUse" (
    "platform" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "received" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("platform", "month")
);

-- CreateTable
CREATE TABLE "Outage" (
    "platform" TEXT NOT NULL PRIMARY KEY,
    "since" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "down" BOOLEAN NOT NULL DEFAULT false,
    "toldAt" DATETIME
);

-- CreateTable
CREATE TABLE "SharedFile" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "AccountCode_personId_idx" ON "AccountCode"("personId");

-- CreateIndex
CREATE INDEX "SharedFile_expiresAt_idx" ON "SharedFile"("expiresAt");

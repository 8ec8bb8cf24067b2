-- AlterTable
ALTER TABLE "Chat" ADD COLUMN "seenAt" DATETIME;

-- AlterTable
ALTER TABLE "Outage" ADD COLUMN "endedAt" DATETIME;

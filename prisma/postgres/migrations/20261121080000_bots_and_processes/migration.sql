-- DropIndex
DROP INDEX "Chat_platform_externalId_key";

-- DropIndex
DROP INDEX "Inbox_platform_externalId_key";

-- DropIndex
DROP INDEX "Outbox_state_platform_priority_id_idx";

-- AlterTable
ALTER TABLE "Chat" ADD COLUMN     "bot" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Inbox" ADD COLUMN     "bot" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "claimedBy" TEXT,
ADD COLUMN     "claimedUntil" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Outbox" ADD COLUMN     "bot" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "claimedBy" TEXT;

-- AlterTable
ALTER TABLE "Credential" DROP CONSTRAINT "Credential_pkey",
ADD COLUMN     "bot" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "Credential_pkey" PRIMARY KEY ("platform", "bot");

-- AlterTable
ALTER TABLE "Fact" DROP CONSTRAINT "Fact_pkey",
ADD COLUMN     "bot" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "Fact_pkey" PRIMARY KEY ("platform", "bot", "key");

-- AlterTable
ALTER TABLE "MonthlyUse" DROP CONSTRAINT "MonthlyUse_pkey",
ADD COLUMN     "bot" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "MonthlyUse_pkey" PRIMARY KEY ("platform", "bot", "month");

-- AlterTable
ALTER TABLE "Outage" DROP CONSTRAINT "Outage_pkey",
ADD COLUMN     "bot" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "Outage_pkey" PRIMARY KEY ("platform", "bot");

-- DropTable
DROP TABLE "JobLock";

-- CreateTable
CREATE TABLE "CouncilBot" (
    "councilId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL,

    CONSTRAINT "CouncilBot_pkey" PRIMARY KEY ("councilId","platform")
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "ApiRequest" (
    "id" SERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "bot" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "spare" BOOLEAN NOT NULL,

    CONSTRAINT "ApiRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CouncilBot_platform_bot_idx" ON "CouncilBot"("platform", "bot");

-- CreateIndex
CREATE INDEX "ApiRequest_platform_bot_at_idx" ON "ApiRequest"("platform", "bot", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Chat_platform_externalId_bot_key" ON "Chat"("platform", "externalId", "bot");

-- CreateIndex
CREATE INDEX "Inbox_chatKey_doneAt_id_idx" ON "Inbox"("chatKey", "doneAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_platform_bot_externalId_key" ON "Inbox"("platform", "bot", "externalId");

-- CreateIndex
CREATE INDEX "Outbox_state_platform_bot_priority_id_idx" ON "Outbox"("state", "platform", "bot", "priority", "id");

-- AddForeignKey
ALTER TABLE "CouncilBot" ADD CONSTRAINT "CouncilBot_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Keys are looked for by how they begin: that is right, and uses the index, only where texts are compared byte by byte, whatever the database's own collation is.
ALTER TABLE "Outbox" ALTER COLUMN "dedupeKey" TYPE TEXT COLLATE "C";

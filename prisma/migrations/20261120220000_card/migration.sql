-- AlterTable
ALTER TABLE "Council" ADD COLUMN "cardsOn" TEXT;

-- AlterTable
ALTER TABLE "Outbox" ADD COLUMN "reported" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Card" (
    "chatId" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "shows" TEXT NOT NULL,
    "messageId" TEXT,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "reported" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("chatId", "quarter"),
    CONSTRAINT "Card_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Council_cardsOn_idx" ON "Council"("cardsOn");

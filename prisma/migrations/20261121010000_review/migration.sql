-- AlterTable
ALTER TABLE "PlanVersion" ADD COLUMN "firstApprovedAt" DATETIME;
ALTER TABLE "PlanVersion" ADD COLUMN "firstApprovedBy" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Council" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "reminders" JSONB,
    "remindedThrough" TEXT,
    "cardsOn" TEXT,
    "twoApprovals" BOOLEAN NOT NULL DEFAULT false
);
INSERT INTO "new_Council" ("cardsOn", "createdAt", "id", "locale", "name", "remindedThrough", "reminders", "timeZone") SELECT "cardsOn", "createdAt", "id", "locale", "name", "remindedThrough", "reminders", "timeZone" FROM "Council";
DROP TABLE "Council";
ALTER TABLE "new_Council" RENAME TO "Council";
CREATE INDEX "Council_remindedThrough_idx" ON "Council"("remindedThrough");
CREATE INDEX "Council_cardsOn_idx" ON "Council"("cardsOn");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

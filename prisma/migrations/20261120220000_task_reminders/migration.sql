-- AlterTable
ALTER TABLE "Task" ADD COLUMN "reminders" JSONB;

-- AlterTable
ALTER TABLE "Audit" ADD COLUMN "unit" TEXT;

UPDATE "Audit" SET "unit" = json_extract("details", '$.unit') WHERE json_type("details", '$.unit') = 'text';

-- CreateTable
CREATE TABLE "WrongCode" (
    "id" SERIAL NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WrongCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WrongCode_personId_at_idx" ON "WrongCode"("personId", "at");

-- AddForeignKey
ALTER TABLE "WrongCode" ADD CONSTRAINT "WrongCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

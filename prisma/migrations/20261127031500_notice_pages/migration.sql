-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "copies" INTEGER NOT NULL DEFAULT 0;

-- What was in doubt stays in doubt: a sender that died in a repetition had used all tries.
UPDATE "Notice" SET "copies" = 1 WHERE "status" = 'UNKNOWN';
UPDATE "Notice" SET "copies" = CASE WHEN "attempts" >= 5 THEN 2 ELSE 1 END WHERE "status" = 'SENDING' AND "html" IS NOT NULL;

-- DropIndex
DROP INDEX "Notice_messageId_key";

-- CreateIndex
CREATE INDEX "Notice_messageId_idx" ON "Notice"("messageId");

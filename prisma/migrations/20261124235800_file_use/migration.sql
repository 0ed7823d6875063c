-- AlterTable
ALTER TABLE "File" ADD COLUMN     "storedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "usedAt" TIMESTAMPTZ(3);

-- What was uploaded before uses were noted is kept.
UPDATE "File" SET "usedAt" = CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "File_unused_idx" ON "File"("storedAt") WHERE "usedAt" IS NULL;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "acknowledgedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Notice_recipientId_plannedAt_idx" ON "Notice"("recipientId", "plannedAt");

-- Notices to a contact, for the account that was made with its address later.
CREATE INDEX "Notice_contact_idx" ON "Notice"(lower("recipientEmail")) WHERE "recipientId" IS NULL;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "audience" JSONB,
ADD COLUMN     "ordinal" SERIAL NOT NULL,
ADD COLUMN     "reachedAt" TIMESTAMPTZ(3),
ADD COLUMN     "request" TEXT,
ADD COLUMN     "resendAskedAt" TIMESTAMPTZ(3);

-- Of notices that failed, those whose address was put right.
CREATE INDEX "Notice_resend_idx" ON "Notice"("resendAskedAt") WHERE "resendAskedAt" IS NOT NULL;

-- What a party was told, whoever it was sent to.
CREATE INDEX "Notice_party_idx" ON "Notice"(("audience" ->> 'party')) WHERE "audience" IS NOT NULL;

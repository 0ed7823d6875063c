-- The clearance of a store is carried out step by step, and can be undone.
ALTER TABLE "Store" ADD COLUMN "clearingSince" TIMESTAMPTZ(3),
  ADD COLUMN "statusBefore" TEXT,
  ADD COLUMN "offlineAt" TIMESTAMPTZ(3),
  ADD COLUMN "sealedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "BulkDecision" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "runsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BulkDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkDecisionItem" (
    "bulkId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "caseId" TEXT NOT NULL,
    "seenRevision" INTEGER NOT NULL,
    "entry" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'WAITING',
    "takenAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER,
    "refusal" JSONB,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkDecisionItem_pkey" PRIMARY KEY ("bulkId","seq")
);

-- CreateIndex
CREATE INDEX "BulkDecision_ownerId_createdAt_id_idx" ON "BulkDecision"("ownerId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "BulkDecisionItem_status_takenAt_idx" ON "BulkDecisionItem"("status", "takenAt");

-- CreateIndex
CREATE UNIQUE INDEX "BulkDecisionItem_bulkId_caseId_key" ON "BulkDecisionItem"("bulkId", "caseId");

-- AddForeignKey
ALTER TABLE "BulkDecisionItem" ADD CONSTRAINT "BulkDecisionItem_bulkId_fkey" FOREIGN KEY ("bulkId") REFERENCES "BulkDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "ServiceRecord" (
    "caseId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "consumer" TEXT,
    "item" TEXT NOT NULL,
    "servedOn" TEXT NOT NULL,
    "enterprises" INTEGER NOT NULL,
    "score" INTEGER,
    "inTime" BOOLEAN NOT NULL,
    "excludedFrom" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServiceRecord_pkey" PRIMARY KEY ("caseId")
);

-- CreateIndex
CREATE INDEX "ServiceRecord_servedOn_caseId_idx" ON "ServiceRecord"("servedOn", "caseId");

-- CreateIndex
CREATE INDEX "ServiceRecord_bodyId_servedOn_idx" ON "ServiceRecord"("bodyId", "servedOn");

-- CreateIndex
CREATE INDEX "ServiceRecord_provider_servedOn_idx" ON "ServiceRecord"("provider", "servedOn");

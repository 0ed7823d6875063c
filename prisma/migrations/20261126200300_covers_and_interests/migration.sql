-- CreateTable
CREATE TABLE "Cover" (
    "id" TEXT NOT NULL,
    "absentId" TEXT NOT NULL,
    "coverId" TEXT NOT NULL,
    "firstDay" TEXT NOT NULL,
    "lastDay" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Cover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interest" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "firstDay" TEXT NOT NULL,
    "lastDay" TEXT,
    "declaredById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Cover_coverId_lastDay_idx" ON "Cover"("coverId", "lastDay");

-- CreateIndex
CREATE INDEX "Cover_absentId_lastDay_idx" ON "Cover"("absentId", "lastDay");

-- CreateIndex
CREATE INDEX "Cover_settledAt_lastDay_idx" ON "Cover"("settledAt", "lastDay");

-- CreateIndex
CREATE INDEX "Interest_accountId_party_idx" ON "Interest"("accountId", "party");

-- CreateIndex
CREATE INDEX "Interest_party_idx" ON "Interest"("party");

-- CreateIndex
CREATE INDEX "Case_openedById_idx" ON "Case"("openedById");

-- CreateIndex
CREATE INDEX "Recommendation_recommenderId_idx" ON "Recommendation"("recommenderId");

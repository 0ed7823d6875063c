-- CreateTable
CREATE TABLE "NetworkFigure" (
    "party" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NetworkFigure_pkey" PRIMARY KEY ("party","figure","key","caseId")
);

-- CreateIndex
CREATE INDEX "NetworkFigure_day_idx" ON "NetworkFigure"("day");

-- CreateTable
CREATE TABLE "ActivityPeriod" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "firstDay" TEXT NOT NULL,
    "lastDay" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActivityPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ActivityPeriod_createdAt_id_idx" ON "ActivityPeriod"("createdAt", "id");

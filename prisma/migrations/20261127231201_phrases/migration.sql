-- CreateTable
CREATE TABLE "Phrase" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT,
    "bodyId" TEXT,
    "kind" TEXT,
    "action" TEXT,
    "text" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Phrase_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Phrase_ownerId_idx" ON "Phrase"("ownerId");

-- CreateIndex
CREATE INDEX "Phrase_bodyId_idx" ON "Phrase"("bodyId");

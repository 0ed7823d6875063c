-- CreateTable
CREATE TABLE "PersonalInput" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "values" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PersonalInput_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PersonalInput_at_idx" ON "PersonalInput"("at");

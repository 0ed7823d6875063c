-- CreateTable
CREATE TABLE "UploadAttempt" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UploadAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UploadAttempt_ownerId_at_idx" ON "UploadAttempt"("ownerId", "at");

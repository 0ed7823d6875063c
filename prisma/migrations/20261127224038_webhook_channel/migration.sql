-- CreateTable
CREATE TABLE "WebhookChannel" (
    "id" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "signingSecret" TEXT,
    "roles" TEXT[],
    "locale" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WebhookChannel_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WebhookChannel_bodyId_idx" ON "WebhookChannel"("bodyId");

-- CreateTable
CREATE TABLE "NoticeAddition" (
    "bodyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT NOT NULL,

    CONSTRAINT "NoticeAddition_pkey" PRIMARY KEY ("bodyId","kind","template","version")
);

-- CreateIndex
CREATE INDEX "NoticeAddition_kind_template_idx" ON "NoticeAddition"("kind", "template");

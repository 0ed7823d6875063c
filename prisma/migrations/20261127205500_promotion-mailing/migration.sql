-- CreateTable
CREATE TABLE "PromotionMailing" (
    "caseId" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "PromotionMailing_pkey" PRIMARY KEY ("caseId")
);

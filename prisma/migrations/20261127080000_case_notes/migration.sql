-- CreateTable
CREATE TABLE "CaseNote" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawsId" TEXT,

    CONSTRAINT "CaseNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CaseNote_withdrawsId_key" ON "CaseNote"("withdrawsId");

-- CreateIndex
CREATE INDEX "CaseNote_caseId_at_id_idx" ON "CaseNote"("caseId", "at", "id");

-- AddForeignKey
ALTER TABLE "CaseNote" ADD CONSTRAINT "CaseNote_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNote" ADD CONSTRAINT "CaseNote_withdrawsId_fkey" FOREIGN KEY ("withdrawsId") REFERENCES "CaseNote"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Either words or a withdrawal.
ALTER TABLE "CaseNote" ADD CONSTRAINT "CaseNote_words" CHECK (("text" IS NULL) = ("withdrawsId" IS NOT NULL));

CREATE TRIGGER "CaseNote_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CaseNote"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

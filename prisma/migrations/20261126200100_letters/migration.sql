-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "serial" INTEGER NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "pages" JSONB NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterFile" (
    "letterId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "pageCount" INTEGER NOT NULL,
    "seal" TEXT NOT NULL,
    "sealFault" TEXT,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LetterFile_pkey" PRIMARY KEY ("letterId","locale")
);

-- CreateIndex
CREATE UNIQUE INDEX "Letter_number_key" ON "Letter"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_caseId_key_key" ON "Letter"("caseId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_bodyId_year_serial_key" ON "Letter"("bodyId", "year", "serial");

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterFile" ADD CONSTRAINT "LetterFile_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "Letter_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Letter"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "LetterFile_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LetterFile"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

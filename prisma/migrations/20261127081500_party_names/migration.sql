CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "PartyName" (
    "party" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "PartyName_pkey" PRIMARY KEY ("party","name")
);

-- CreateIndex
CREATE INDEX "PartyName_words_idx" ON "PartyName" USING GIN ("words" gin_trgm_ops);

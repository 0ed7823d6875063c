-- What people call a case. Cases of before keep their id for a number.
ALTER TABLE "Case" ADD COLUMN "number" TEXT;
UPDATE "Case" SET "number" = "id";
ALTER TABLE "Case" ALTER COLUMN "number" SET NOT NULL;
CREATE UNIQUE INDEX "Case_number_key" ON "Case"("number");

-- The last running number of each kind of case at a body in a year.
CREATE TABLE "CaseCounter" (
    "bodyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "CaseCounter_pkey" PRIMARY KEY ("bodyId","kind","year")
);

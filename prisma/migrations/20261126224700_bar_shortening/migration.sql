-- CreateTable
CREATE TABLE "BarShortening" (
    "barId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "lastDayBefore" TEXT NOT NULL,
    "lastDay" TEXT NOT NULL,

    CONSTRAINT "BarShortening_pkey" PRIMARY KEY ("barId","seq")
);

-- AddForeignKey
ALTER TABLE "BarShortening" ADD CONSTRAINT "BarShortening_barId_fkey" FOREIGN KEY ("barId") REFERENCES "Bar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "BarShortening_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "BarShortening"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

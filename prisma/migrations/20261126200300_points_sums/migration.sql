-- AlterTable
ALTER TABLE "PointsEntry" ADD COLUMN     "recomputationId" TEXT;

-- CreateTable
CREATE TABLE "PointsDay" (
    "storeId" TEXT NOT NULL,
    "onDay" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "net" INTEGER NOT NULL,
    "gained" INTEGER NOT NULL,
    "corrected" INTEGER NOT NULL,

    CONSTRAINT "PointsDay_pkey" PRIMARY KEY ("storeId","onDay","rule")
);

-- CreateTable
CREATE TABLE "RatingChange" (
    "storeId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "entryId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "onDay" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RatingChange_pkey" PRIMARY KEY ("storeId","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "RatingChange_entryId_key" ON "RatingChange"("entryId");

-- CreateIndex
CREATE INDEX "PointsEntry_storeId_about_idx" ON "PointsEntry"("storeId", "about");

-- CreateIndex
CREATE INDEX "PointsEntry_storeId_eventId_idx" ON "PointsEntry"("storeId", "eventId");

-- AddForeignKey
ALTER TABLE "RatingChange" ADD CONSTRAINT "RatingChange_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The sums follow the ledger in the statement that adds to it, whoever adds; in a fixed order, so that two writers cannot block each other.
CREATE FUNCTION "add_to_points_day"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "PointsDay" AS sums ("storeId", "onDay", "rule", "net", "gained", "corrected")
  SELECT "storeId", "onDay", "rule", SUM("points"),
    COALESCE(SUM("points") FILTER (WHERE "points" > 0 AND "recomputationId" IS NULL), 0),
    COALESCE(SUM("points") FILTER (WHERE "recomputationId" IS NOT NULL), 0)
  FROM added GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("storeId", "onDay", "rule") DO UPDATE SET
    "net" = sums."net" + EXCLUDED."net",
    "gained" = sums."gained" + EXCLUDED."gained",
    "corrected" = sums."corrected" + EXCLUDED."corrected";
  RETURN NULL;
END
$$;
CREATE TRIGGER "PointsEntry_sums" AFTER INSERT ON "PointsEntry"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "add_to_points_day"();

INSERT INTO "PointsDay" ("storeId", "onDay", "rule", "net", "gained", "corrected")
SELECT "storeId", "onDay", "rule", SUM("points"), COALESCE(SUM("points") FILTER (WHERE "points" > 0), 0), 0
FROM "PointsEntry" GROUP BY 1, 2, 3;

CREATE TRIGGER "RatingChange_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RatingChange"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

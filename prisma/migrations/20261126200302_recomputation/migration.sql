-- CreateTable
CREATE TABLE "PointsRecomputation" (
    "id" TEXT NOT NULL,
    "ruleVersion" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "cursor" TEXT NOT NULL DEFAULT '',
    "stores" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PointsRecomputation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointsRecomputed" (
    "recomputationId" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "before" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PointsRecomputed_pkey" PRIMARY KEY ("recomputationId","storeId")
);

-- CreateIndex
CREATE INDEX "PointsRecomputation_createdAt_id_idx" ON "PointsRecomputation"("createdAt", "id");

-- CreateIndex
CREATE INDEX "PointsRecomputed_storeId_at_idx" ON "PointsRecomputed"("storeId", "at");

-- CreateIndex
CREATE INDEX "PointsEntry_storeId_reversalOf_idx" ON "PointsEntry"("storeId", "reversalOf");

-- AddForeignKey
ALTER TABLE "PointsRecomputed" ADD CONSTRAINT "PointsRecomputed_recomputationId_fkey" FOREIGN KEY ("recomputationId") REFERENCES "PointsRecomputation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "PointsRecomputed_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "PointsRecomputed"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PointsRecomputation_stays" BEFORE DELETE OR TRUNCATE ON "PointsRecomputation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE CONSTRAINT TRIGGER "PointsRecomputation_audited" AFTER INSERT ON "PointsRecomputation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_audit_entry"();

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "delegateId" TEXT,
ADD COLUMN     "delegation" JSONB;

-- CreateIndex
CREATE INDEX "Task_delegateId_closedAt_idx" ON "Task"("delegateId", "closedAt");

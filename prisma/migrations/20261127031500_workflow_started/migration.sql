-- AlterTable
ALTER TABLE "Case" ADD COLUMN "workflowStarted" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Case" SET "workflowStarted" = true WHERE "revision" > 0;

-- What the relay starts; the schema cannot say it.
DROP INDEX "Case_to_start";
CREATE INDEX "Case_to_start" ON "Case" ("openedAt", "id") WHERE NOT "workflowStarted";

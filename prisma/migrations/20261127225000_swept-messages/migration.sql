-- AlterTable
ALTER TABLE "CaseMessage" ADD COLUMN     "untold" BOOLEAN NOT NULL DEFAULT false;

-- What the relay looks for once no message waits to be carried out.
CREATE INDEX "CaseMessage_to_tell" ON "CaseMessage" ("createdAt") WHERE "untold";

-- Cases recorded before parties, offices and references have no release behind them and cannot go on: they are refused, not guessed at.
DO $guard$
BEGIN
  IF EXISTS (SELECT FROM "Case") THEN
    RAISE EXCEPTION 'This database holds cases of a version before the first release. Start anew with: npm start -- --fresh';
  END IF;
END
$guard$;
DELETE FROM "Session";
DELETE FROM "Account";
DELETE FROM "User";

-- DropForeignKey
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_caseId_fkey";

-- DropForeignKey
ALTER TABLE "PlatformEvent" DROP CONSTRAINT "PlatformEvent_storeId_fkey";

-- DropIndex
DROP INDEX "Bar_creditCode_lastDay_idx";

-- DropIndex
DROP INDEX "Case_storeId_idx";

-- DropIndex
DROP INDEX "PlatformEvent_storeId_productId_occurredAt_idx";

-- DropIndex
DROP INDEX "PlatformEvent_storeId_type_occurredAt_idx";

-- DropIndex
DROP INDEX "User_creditCode_idx";

-- DropIndex
DROP INDEX "User_role_bodyId_idx";

-- AlterTable
ALTER TABLE "Bar" DROP COLUMN "creditCode",
ADD COLUMN     "party" TEXT NOT NULL,
ADD COLUMN     "regime" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "Case" DROP COLUMN "storeId",
DROP COLUMN "watchers",
ADD COLUMN     "about" TEXT;

-- AlterTable
ALTER TABLE "Notice" ALTER COLUMN "caseId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "PlatformEvent" DROP COLUMN "storeId",
ADD COLUMN     "about" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "Recommendation" ADD COLUMN     "bodyId" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "User" DROP COLUMN "bodyId",
DROP COLUMN "creditCode",
DROP COLUMN "region",
DROP COLUMN "role";

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "bodyId" TEXT,
    "region" TEXT,
    "party" TEXT,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntakeRequest" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "caseId" TEXT,

    CONSTRAINT "IntakeRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackingCode" (
    "codeHash" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrackingCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "CaseParty" (
    "caseId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "follows" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CaseParty_pkey" PRIMARY KEY ("caseId","name","party")
);

-- CreateTable
CREATE TABLE "CaseBody" (
    "caseId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "region" TEXT NOT NULL,

    CONSTRAINT "CaseBody_pkey" PRIMARY KEY ("caseId","bodyId","region")
);

-- CreateTable
CREATE TABLE "RegisterEntry" (
    "id" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,
    "data" JSONB NOT NULL,
    "caseId" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterChange" (
    "entryId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,
    "data" JSONB NOT NULL,
    "reason" JSONB,

    CONSTRAINT "RegisterChange_pkey" PRIMARY KEY ("entryId","seq")
);

-- CreateIndex
CREATE INDEX "Office_role_bodyId_idx" ON "Office"("role", "bodyId");

-- CreateIndex
CREATE INDEX "Office_party_idx" ON "Office"("party");

-- CreateIndex
CREATE UNIQUE INDEX "Office_userId_role_bodyId_party_key" ON "Office"("userId", "role", "bodyId", "party");

-- CreateIndex
CREATE INDEX "Contact_email_idx" ON "Contact"("email");

-- CreateIndex
CREATE INDEX "IntakeRequest_email_createdAt_idx" ON "IntakeRequest"("email", "createdAt");

-- CreateIndex
CREATE INDEX "IntakeRequest_createdAt_idx" ON "IntakeRequest"("createdAt");

-- CreateIndex
CREATE INDEX "TrackingCode_caseId_idx" ON "TrackingCode"("caseId");

-- CreateIndex
CREATE INDEX "CaseParty_party_caseId_idx" ON "CaseParty"("party", "caseId");

-- CreateIndex
CREATE INDEX "CaseBody_bodyId_caseId_idx" ON "CaseBody"("bodyId", "caseId");

-- CreateIndex
CREATE INDEX "RegisterEntry_register_status_name_id_idx" ON "RegisterEntry"("register", "status", "name", "id");

-- CreateIndex
CREATE INDEX "RegisterEntry_caseId_idx" ON "RegisterEntry"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "RegisterEntry_register_party_key" ON "RegisterEntry"("register", "party");

-- CreateIndex
CREATE INDEX "Bar_party_lastDay_idx" ON "Bar"("party", "lastDay");

-- CreateIndex
CREATE INDEX "Case_about_idx" ON "Case"("about");

-- CreateIndex
CREATE INDEX "Case_parentId_kind_idx" ON "Case"("parentId", "kind");

-- CreateIndex
CREATE INDEX "PlatformEvent_about_type_occurredAt_idx" ON "PlatformEvent"("about", "type", "occurredAt");

-- CreateIndex
CREATE INDEX "PlatformEvent_about_productId_occurredAt_idx" ON "PlatformEvent"("about", "productId", "occurredAt");

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseParty" ADD CONSTRAINT "CaseParty_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseBody" ADD CONSTRAINT "CaseBody_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterChange" ADD CONSTRAINT "RegisterChange_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RegisterEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "RegisterChange_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RegisterChange"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "role" TEXT NOT NULL,
    "bodyId" TEXT,
    "region" TEXT,
    "creditCode" TEXT,
    "level" TEXT NOT NULL DEFAULT 'ENTERPRISE',
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "outcome" TEXT,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "storeId" TEXT,
    "parentId" TEXT,
    "openedById" TEXT,
    "watchers" TEXT[],
    "ruleVersion" INTEGER NOT NULL,
    "calendarVersion" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "wakeAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "opening" JSONB NOT NULL,
    "state" JSONB,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Form" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "filedById" TEXT NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deadline" (
    "caseId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "entry" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "period" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "pauses" JSONB NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "lastDay" TEXT,
    "provisional" BOOLEAN NOT NULL,
    "legalEffect" BOOLEAN NOT NULL DEFAULT true,
    "calendarVersion" INTEGER NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deadline_pkey" PRIMARY KEY ("caseId","name","entry")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "entry" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "assigneeId" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "detail" JSONB,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimelineEvent" (
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "title" JSONB NOT NULL,
    "detail" JSONB,
    "clause" TEXT,
    "requirement" TEXT,
    "revision" INTEGER,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "TimelineEvent_pkey" PRIMARY KEY ("caseId","seq")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "templateVersion" INTEGER NOT NULL DEFAULT 1,
    "requirement" TEXT,
    "channel" TEXT NOT NULL DEFAULT 'EMAIL',
    "locale" TEXT NOT NULL,
    "recipientId" TEXT,
    "recipientName" TEXT NOT NULL,
    "recipientEmail" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PLANNED',
    "messageId" TEXT NOT NULL,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "attachments" JSONB,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "outages" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "response" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseMessage" (
    "id" TEXT NOT NULL,
    "fromCaseId" TEXT,
    "toCaseId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "refusal" TEXT,

    CONSTRAINT "CaseMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestKey" (
    "ownerId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RequestKey_pkey" PRIMARY KEY ("ownerId","key")
);

-- CreateTable
CREATE TABLE "Bar" (
    "id" TEXT NOT NULL,
    "creditCode" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "firstDay" TEXT NOT NULL,
    "lastDay" TEXT NOT NULL,
    "firm" BOOLEAN NOT NULL,
    "caseId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" TEXT,
    "liftReason" TEXT,

    CONSTRAINT "Bar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recommendation" (
    "id" TEXT NOT NULL,
    "creditCode" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "documentNumber" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recommenderId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Store" (
    "id" TEXT NOT NULL,
    "creditCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "establishedOn" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "regularisedAt" TIMESTAMPTZ(3),
    "applicationCaseId" TEXT NOT NULL,

    CONSTRAINT "Store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlatformEvent" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "productId" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "PlatformEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointsEntry" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "eventKey" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "onDay" TEXT NOT NULL,
    "bookedAt" TIMESTAMPTZ(3) NOT NULL,
    "reversalOf" TEXT,
    "reason" JSONB,
    "caseId" TEXT,

    CONSTRAINT "PointsEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "File" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarVersion" (
    "version" INTEGER NOT NULL,
    "years" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,
    "loadedById" TEXT,

    CONSTRAINT "CalendarVersion_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "RuleVersion" (
    "regime" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT,

    CONSTRAINT "RuleVersion_pkey" PRIMARY KEY ("regime","version")
);

-- CreateTable
CREATE TABLE "TrainingClock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetMs" BIGINT NOT NULL,

    CONSTRAINT "TrainingClock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_role_bodyId_idx" ON "User"("role", "bodyId");

-- CreateIndex
CREATE INDEX "User_creditCode_idx" ON "User"("creditCode");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE INDEX "Case_kind_stage_openedAt_id_idx" ON "Case"("kind", "stage", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Case_subject_kind_idx" ON "Case"("subject", "kind");

-- CreateIndex
CREATE INDEX "Case_storeId_idx" ON "Case"("storeId");

-- CreateIndex
CREATE INDEX "Case_openedAt_id_idx" ON "Case"("openedAt", "id");

-- CreateIndex
CREATE INDEX "Case_wakeAt_idx" ON "Case"("wakeAt");

-- CreateIndex
CREATE INDEX "Case_dueAt_idx" ON "Case"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Form_caseId_version_key" ON "Form"("caseId", "version");

-- CreateIndex
CREATE INDEX "Draft_ownerId_idx" ON "Draft"("ownerId");

-- CreateIndex
CREATE INDEX "Deadline_status_dueAt_idx" ON "Deadline"("status", "dueAt");

-- CreateIndex
CREATE INDEX "Task_role_bodyId_closedAt_priority_openedAt_idx" ON "Task"("role", "bodyId", "closedAt", "priority", "openedAt");

-- CreateIndex
CREATE INDEX "Task_assigneeId_closedAt_idx" ON "Task"("assigneeId", "closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Task_caseId_name_entry_key" ON "Task"("caseId", "name", "entry");

-- CreateIndex
CREATE INDEX "TimelineEvent_at_idx" ON "TimelineEvent"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_messageId_key" ON "Notice"("messageId");

-- CreateIndex
CREATE INDEX "Notice_status_nextAttemptAt_idx" ON "Notice"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Notice_caseId_plannedAt_idx" ON "Notice"("caseId", "plannedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_caseId_key_key" ON "Notice"("caseId", "key");

-- CreateIndex
CREATE INDEX "CaseMessage_toCaseId_idx" ON "CaseMessage"("toCaseId");

-- CreateIndex
CREATE INDEX "RequestKey_createdAt_idx" ON "RequestKey"("createdAt");

-- CreateIndex
CREATE INDEX "Bar_creditCode_lastDay_idx" ON "Bar"("creditCode", "lastDay");

-- CreateIndex
CREATE INDEX "Recommendation_creditCode_createdAt_idx" ON "Recommendation"("creditCode", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Recommendation_creditCode_documentNumber_key" ON "Recommendation"("creditCode", "documentNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Store_applicationCaseId_key" ON "Store"("applicationCaseId");

-- CreateIndex
CREATE INDEX "Store_creditCode_idx" ON "Store"("creditCode");

-- CreateIndex
CREATE INDEX "PlatformEvent_storeId_type_occurredAt_idx" ON "PlatformEvent"("storeId", "type", "occurredAt");

-- CreateIndex
CREATE INDEX "PlatformEvent_storeId_productId_occurredAt_idx" ON "PlatformEvent"("storeId", "productId", "occurredAt");

-- CreateIndex
CREATE UNIQUE INDEX "PlatformEvent_source_sourceId_key" ON "PlatformEvent"("source", "sourceId");

-- CreateIndex
CREATE INDEX "PointsEntry_storeId_onDay_idx" ON "PointsEntry"("storeId", "onDay");

-- CreateIndex
CREATE INDEX "PointsEntry_storeId_rule_idx" ON "PointsEntry"("storeId", "rule");

-- CreateIndex
CREATE UNIQUE INDEX "PointsEntry_storeId_eventKey_key" ON "PointsEntry"("storeId", "eventKey");

-- CreateIndex
CREATE INDEX "File_ownerId_idx" ON "File"("ownerId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Form" ADD CONSTRAINT "Form_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlatformEvent" ADD CONSTRAINT "PlatformEvent_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointsEntry" ADD CONSTRAINT "PointsEntry_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open application per institution (SH-STORE-03.7).
CREATE UNIQUE INDEX "Case_one_open_application" ON "Case" ("subject") WHERE "kind" = 'storeApplication' AND "closedAt" IS NULL;

-- What the relay looks for on every pass.
CREATE INDEX "Case_to_start" ON "Case" ("id") WHERE "revision" = 0;
CREATE INDEX "CaseMessage_to_handle" ON "CaseMessage" ("createdAt") WHERE "handledAt" IS NULL;

-- The timeline and the points ledger are append-only, for every role (XC-05.3, SH-EVAL-10.18).
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "TimelineEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "TimelineEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PointsEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "PointsEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- CreateTable
CREATE TABLE "TextStatus" (
    "regime" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "from" TEXT,
    "title" TEXT,
    "documentNumber" TEXT,
    "fileId" TEXT,
    "ruleVersion" INTEGER,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TextStatus_pkey" PRIMARY KEY ("regime","seq")
);

-- CreateTable
CREATE TABLE "ConsultationComment" (
    "id" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "contact" TEXT,
    "channel" TEXT NOT NULL,
    "receivedOn" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "enteredById" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsultationComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsultationAnswer" (
    "commentId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsultationAnswer_pkey" PRIMARY KEY ("commentId","seq")
);

-- CreateIndex
CREATE INDEX "ConsultationComment_regime_receivedOn_id_idx" ON "ConsultationComment"("regime", "receivedOn", "id");

-- AddForeignKey
ALTER TABLE "ConsultationAnswer" ADD CONSTRAINT "ConsultationAnswer_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "ConsultationComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "TextStatus_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "TextStatus"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ConsultationComment_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ConsultationComment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ConsultationAnswer_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ConsultationAnswer"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE CONSTRAINT TRIGGER "TextStatus_audited" AFTER INSERT ON "TextStatus"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_audit_entry"();

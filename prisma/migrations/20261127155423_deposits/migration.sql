-- CreateTable
CREATE TABLE "DepositMovement" (
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "settlement" TEXT NOT NULL,
    "item" TEXT,
    "forCaseId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DepositMovement_pkey" PRIMARY KEY ("caseId","seq")
);

-- CreateTable
CREATE TABLE "DepositPosting" (
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,

    CONSTRAINT "DepositPosting_pkey" PRIMARY KEY ("caseId","seq","account")
);

-- CreateTable
CREATE TABLE "PaymentOrder" (
    "id" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "payee" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "reference" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'CREATED',
    "settlement" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentOrder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DepositMovement_forCaseId_idx" ON "DepositMovement"("forCaseId");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentOrder_reference_key" ON "PaymentOrder"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentOrder_settlement_key" ON "PaymentOrder"("settlement");

-- AddForeignKey
ALTER TABLE "DepositPosting" ADD CONSTRAINT "DepositPosting_caseId_seq_fkey" FOREIGN KEY ("caseId", "seq") REFERENCES "DepositMovement"("caseId", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every movement has a purpose: an item of the agreement, or a case (HN-NET-22.3).
ALTER TABLE "DepositMovement"
  ADD CONSTRAINT "DepositMovement_kind" CHECK ("kind" IN ('PAID_IN', 'USED', 'REFUNDED')),
  ADD CONSTRAINT "DepositMovement_purpose" CHECK ("item" IS NOT NULL OR "forCaseId" IS NOT NULL);
ALTER TABLE "DepositPosting"
  ADD CONSTRAINT "DepositPosting_account" CHECK ("account" IN ('DEPOSIT', 'PROVIDER', 'CONSUMER')),
  ADD CONSTRAINT "DepositPosting_fen" CHECK ("fen" <> 0);

CREATE TRIGGER "DepositMovement_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "DepositMovement"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "DepositPosting_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "DepositPosting"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Asked at the end of the transaction: what a movement takes from one account it brings to another, and no deposit is ever negative.
CREATE FUNCTION "check_deposit"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sides int;
  total numeric;
BEGIN
  SELECT count(*), coalesce(sum("fen"), 0) INTO sides, total FROM "DepositPosting" WHERE "caseId" = NEW."caseId" AND "seq" = NEW."seq";
  IF sides < 2 OR total <> 0 THEN
    RAISE EXCEPTION 'Movement % of deposit % does not balance', NEW."seq", NEW."caseId" USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT coalesce(sum("fen"), 0) FROM "DepositPosting" WHERE "caseId" = NEW."caseId" AND "account" = 'DEPOSIT') < 0 THEN
    RAISE EXCEPTION 'Deposit % would be negative', NEW."caseId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "DepositMovement_balanced" AFTER INSERT ON "DepositMovement"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_deposit"();
CREATE CONSTRAINT TRIGGER "DepositPosting_balanced" AFTER INSERT ON "DepositPosting"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_deposit"();

-- An order is settled once, with a reference.
ALTER TABLE "PaymentOrder"
  ADD CONSTRAINT "PaymentOrder_fen" CHECK ("fen" > 0),
  ADD CONSTRAINT "PaymentOrder_status" CHECK ("status" IN ('CREATED', 'PAID', 'FAILED')),
  ADD CONSTRAINT "PaymentOrder_settlement" CHECK (("status" = 'PAID') = ("settlement" IS NOT NULL));

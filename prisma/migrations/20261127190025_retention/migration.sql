-- CreateTable
CREATE TABLE "RecordSeal" (
    "id" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,
    "sealedById" TEXT NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" TEXT,
    "liftReason" TEXT,

    CONSTRAINT "RecordSeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deletion" (
    "caseId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "startOn" TEXT NOT NULL,
    "notBefore" TEXT NOT NULL,
    "deletedAt" TIMESTAMPTZ(3) NOT NULL,
    "forms" INTEGER NOT NULL,
    "files" INTEGER NOT NULL,
    "notices" INTEGER NOT NULL,

    CONSTRAINT "Deletion_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "DeletedFile" (
    "fileId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,

    CONSTRAINT "DeletedFile_pkey" PRIMARY KEY ("fileId")
);

-- CreateTable
CREATE TABLE "BackupCopy" (
    "name" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "keptUntil" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BackupCopy_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "RecordSeal_party_idx" ON "RecordSeal"("party");

-- CreateIndex
CREATE INDEX "RecordSeal_sealedAt_id_idx" ON "RecordSeal"("sealedAt", "id");

-- CreateIndex
CREATE INDEX "Deletion_decisionId_idx" ON "Deletion"("decisionId");

-- CreateIndex
CREATE INDEX "DeletedFile_caseId_idx" ON "DeletedFile"("caseId");

-- CreateIndex
CREATE INDEX "BackupCopy_removedAt_takenAt_idx" ON "BackupCopy"("removedAt", "takenAt");

-- What stands open, for the parties of a case that would be deleted.
CREATE INDEX "Case_open_idx" ON "Case"("id") WHERE "closedAt" IS NULL;
CREATE INDEX "Case_closed_idx" ON "Case"("closedAt", "id") WHERE "closedAt" IS NOT NULL;

-- One seal of a party stands at a time; it is lifted once, with a reason, and otherwise never changed.
CREATE UNIQUE INDEX "RecordSeal_standing" ON "RecordSeal"("regime", "party") WHERE "liftedAt" IS NULL;
ALTER TABLE "RecordSeal" ADD CONSTRAINT "RecordSeal_lifted"
  CHECK (("liftedAt" IS NULL) = ("liftedById" IS NULL) AND ("liftedAt" IS NULL) = ("liftReason" IS NULL));
CREATE FUNCTION "lift_seal_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."liftedAt" IS NOT NULL OR NEW."liftedAt" IS NULL
    OR (NEW."id", NEW."regime", NEW."party", NEW."reason", NEW."sealedAt", NEW."sealedById")
       IS DISTINCT FROM (OLD."id", OLD."regime", OLD."party", OLD."reason", OLD."sealedAt", OLD."sealedById") THEN
    RAISE EXCEPTION 'A seal is lifted once and not changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RecordSeal_lifted_once" BEFORE UPDATE ON "RecordSeal" FOR EACH ROW EXECUTE FUNCTION "lift_seal_once"();
CREATE TRIGGER "RecordSeal_stays" BEFORE DELETE OR TRUNCATE ON "RecordSeal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- The clock that periods of retention go by: the machine's, in training mode moved as far as that of the stack. No role of the product can
-- make the row of a training clock.
CREATE FUNCTION "stack_now"() RETURNS timestamptz LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT now() + coalesce((SELECT "offsetMs" FROM "TrainingClock" WHERE "id" = 1), 0) * interval '1 millisecond'
$$;

-- The class of the records of a kind of case (HN-NET-10.2, 10.3). None: they are not deleted at all. These are the records of other
-- regimes, sealed ones of cleared stores among them (SH-STORE-11.5), what a platform published or was found to be, deletions themselves, and
-- any kind that nobody has decided on.
CREATE FUNCTION "retention_class"(regime text, kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN regime <> 'HN_NET' THEN NULL
    WHEN kind IN ('providerRegistration', 'consumerRegistration') THEN 'IDENTITY'
    WHEN kind IN ('agreementSignature', 'authorityRequest', 'complaint', 'consumerEvaluation', 'dataBreach', 'fraudSanction',
      'guaranteeDeposit', 'illegalContent', 'infringementNotice', 'mediation', 'needsAnswer', 'needsSurvey', 'offerReview', 'promotion',
      'serviceActivity', 'serviceRecord', 'serviceRequest') THEN 'TRANSACTION'
    ELSE NULL END
$$;

-- Months of a class: those of the newest rules, and never less than the two years of the law (A-66).
CREATE FUNCTION "retention_months"(class text) RETURNS int LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT greatest(24, coalesce((
    SELECT ("values" ->> CASE class WHEN 'IDENTITY' THEN 'retention.identity' ELSE 'retention.transaction' END)::numeric::int
    FROM "RuleVersion" WHERE "regime" = 'HN_NET' ORDER BY "version" DESC LIMIT 1), 24))
$$;

-- Whom a case concerns: its parties, and whom it is about. A case that its subject is told of later has that subject alone.
CREATE VIEW "CaseConcerns" AS
  SELECT "caseId", "party" FROM "CaseParty" UNION ALL SELECT "id", "subject" FROM "Case";

-- Every case that holds its records still and has a class: since when its period runs, the first day on which it may go, and what holds it
-- (null: nothing does). A registration that is open is no open matter of its party, but for what goes on with it: what it registered, what
-- was signed under it, and the evaluations on its page.
CREATE VIEW "RetainedCase" AS
SELECT r."caseId", r."class", r."startOn"::text AS "startOn", r."notBefore"::text AS "notBefore", CASE
    WHEN r."startOn" IS NULL THEN 'ACTIVE'
    WHEN EXISTS (
      SELECT FROM "CaseConcerns" p JOIN "RecordSeal" s ON s."party" = p."party" AND s."liftedAt" IS NULL
      WHERE p."caseId" = r."caseId" AND s."regime" = r."regime") THEN 'SEALED'
    WHEN r."today" < r."lawfulFrom" THEN 'NOT_YET'
    WHEN r."today" < r."notBefore" THEN 'LONGER'
    WHEN EXISTS (
      SELECT FROM "Case" o WHERE o."closedAt" IS NULL AND (o."parentId" = r."caseId" OR o."id" = r."parentId")) OR EXISTS (
      SELECT FROM "CaseConcerns" p JOIN "CaseConcerns" q ON q."party" = p."party" AND q."caseId" <> p."caseId"
        JOIN "Case" o ON o."id" = q."caseId"
      WHERE p."caseId" = r."caseId" AND o."closedAt" IS NULL AND o."regime" = r."regime" AND o."kind" <> 'dataDeletion'
        AND (o."kind" NOT IN ('providerRegistration', 'consumerRegistration') OR r."lasts")) THEN 'OPEN_CASE'
    END AS "hold"
FROM (
  SELECT c."id" AS "caseId", c."regime", c."parentId", k."class", k."startOn", "today",
    (k."startOn" + interval '24 months')::date + 1 AS "lawfulFrom",
    (k."startOn" + make_interval(months => CASE k."class" WHEN 'IDENTITY' THEN "identity" ELSE "transaction" END))::date + 1 AS "notBefore",
    k."class" = 'IDENTITY' OR c."kind" IN ('consumerEvaluation', 'agreementSignature', 'guaranteeDeposit') AS "lasts"
  FROM "Case" c
    CROSS JOIN LATERAL (SELECT "retention_class"(c."regime", c."kind") AS "class",
      (c."closedAt" AT TIME ZONE 'Asia/Shanghai')::date AS "startOn") k
    CROSS JOIN (SELECT "retention_months"('IDENTITY') AS "identity", "retention_months"('TRANSACTION') AS "transaction",
      ("stack_now"() AT TIME ZONE 'Asia/Shanghai')::date AS "today") rules
  WHERE k."class" IS NOT NULL AND NOT EXISTS (SELECT FROM "Deletion" d WHERE d."caseId" = c."id")
) r;

-- Ids of files within a text of JSON.
CREATE FUNCTION "files_named"(said text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT found[1] FROM regexp_matches(said, '"(fil-[0-9a-f-]{36})"', 'g') AS found
$$;

-- A deletion is written only where nothing holds the records and its decision is being carried out, by whomever.
CREATE FUNCTION "guard_deletion"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  kept record;
BEGIN
  SELECT * INTO kept FROM "RetainedCase" WHERE "caseId" = NEW."caseId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The records of % are of no class that may be deleted', NEW."caseId" USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF kept."hold" IS NOT NULL THEN
    RAISE EXCEPTION 'The records of % are kept: %, not before %', NEW."caseId", kept."hold", kept."notBefore"
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (
    SELECT FROM "Case" d WHERE d."id" = NEW."decisionId" AND d."kind" = 'dataDeletion' AND d."regime" = 'HN_NET' AND d."stage" = 'DELETING'
      AND d."closedAt" IS NULL AND d."state" -> 'facts' ->> 'class' = kept."class") THEN
    RAISE EXCEPTION '% is no decision to delete records of class % that is being carried out', NEW."decisionId", kept."class"
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  NEW."class" := kept."class";
  NEW."startOn" := kept."startOn";
  NEW."notBefore" := kept."notBefore";
  NEW."deletedAt" := "stack_now"();
  RETURN NEW;
END $$;
CREATE TRIGGER "Deletion_guard" BEFORE INSERT ON "Deletion" FOR EACH ROW EXECUTE FUNCTION "guard_deletion"();
CREATE TRIGGER "Deletion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Deletion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A file goes with a case that names it.
CREATE FUNCTION "guard_deleted_file"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Deletion" WHERE "caseId" = NEW."caseId") OR NOT EXISTS (
    SELECT FROM "Form" WHERE "caseId" = NEW."caseId" AND position(NEW."fileId" IN "data"::text) > 0
    UNION ALL SELECT FROM "TimelineEvent" WHERE "caseId" = NEW."caseId" AND position(NEW."fileId" IN "detail"::text) > 0) THEN
    RAISE EXCEPTION 'File % belongs to no case whose records are deleted', NEW."fileId" USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DeletedFile_guard" BEFORE INSERT ON "DeletedFile" FOR EACH ROW EXECUTE FUNCTION "guard_deleted_file"();
CREATE TRIGGER "DeletedFile_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "DeletedFile"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What was filed is never changed, and goes only with a deletion.
CREATE FUNCTION "guard_form"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM "Deletion" WHERE "caseId" = OLD."caseId") THEN RETURN OLD; END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM "Deletion" WHERE "caseId" = NEW."caseId") THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'Forms of % are kept as they were filed', coalesce(NEW."caseId", OLD."caseId") USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "Form_kept" BEFORE INSERT OR UPDATE OR DELETE ON "Form" FOR EACH ROW EXECUTE FUNCTION "guard_form"();
CREATE TRIGGER "Form_stays" BEFORE TRUNCATE ON "Form" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A file stays as it was stored. Once something names it, it goes only with a deletion.
CREATE FUNCTION "guard_file"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."usedAt" IS NULL OR EXISTS (SELECT FROM "DeletedFile" WHERE "fileId" = OLD."id") THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'File % is kept as it was stored', OLD."id" USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "File_kept" BEFORE DELETE ON "File" FOR EACH ROW EXECUTE FUNCTION "guard_file"();
-- Asked by the columns that a statement names, so that no content is read to see that it did not change.
CREATE TRIGGER "File_as_stored" BEFORE UPDATE OF "id", "ownerId", "size", "sha256", "content" ON "File"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "File_used" BEFORE UPDATE OF "usedAt" ON "File"
  FOR EACH ROW WHEN (OLD."usedAt" IS NOT NULL AND NEW."usedAt" IS NULL) EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "File_stays" BEFORE TRUNCATE ON "File" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Carries out the next piece of a deletion: of its class what was due on the day it was reckoned, and no more cases than were confirmed.
-- Gone are the forms, the files that no other case names, what notices and tasks said, and the name of a person. What stays: the timeline
-- with its chain, decisions and letters, ledgers and statistics. Answers how many cases went.
CREATE FUNCTION "delete_retained"(decision text, piece int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  decided record;
  ids text[];
  -- The files that these cases name, each with a case that does, and those of them that something else names as well.
  named_in text[];
  named text[];
  used text[];
BEGIN
  -- Nobody opens a case, or seals records, between the look at what holds them and their end. Before any row is locked: who writes a case
  -- waits for nothing here that waits for them.
  LOCK TABLE "Case", "CaseParty", "RecordSeal" IN SHARE ROW EXCLUSIVE MODE;
  SELECT "state" -> 'facts' ->> 'class' AS "class", "state" -> 'facts' -> 'confirmed' ->> 'asOf' AS "asOf",
      ("state" -> 'facts' -> 'confirmed' ->> 'due')::int
        - (SELECT count(*)::int FROM "Deletion" WHERE "decisionId" = "Case"."id") AS "left"
    INTO decided FROM "Case"
    WHERE "id" = decision AND "kind" = 'dataDeletion' AND "stage" = 'DELETING' AND "closedAt" IS NULL FOR UPDATE;
  IF NOT FOUND OR decided."left" IS NULL OR decided."left" <= 0 THEN RETURN 0; END IF;
  ids := ARRAY(
    SELECT "caseId" FROM "RetainedCase"
    WHERE "class" = decided."class" AND "hold" IS NULL AND "notBefore" <= decided."asOf"
    ORDER BY "notBefore", "caseId" LIMIT least(piece, decided."left"));
  IF cardinality(ids) = 0 THEN RETURN 0; END IF;
  PERFORM FROM "Case" WHERE "id" = ANY(ids) ORDER BY "id" FOR UPDATE;

  SELECT array_agg("caseId"), array_agg("fileId") INTO named_in, named FROM (
    SELECT "caseId", "files_named"("data"::text) AS "fileId" FROM "Form" WHERE "caseId" = ANY(ids)
    UNION SELECT "caseId", "files_named"("detail"::text) FROM "TimelineEvent" WHERE "caseId" = ANY(ids)) uses;
  used := ARRAY(
    SELECT one FROM (
      SELECT "caseId", "data"::text AS said FROM "Form"
      UNION ALL SELECT "caseId", "detail"::text FROM "TimelineEvent" t
        WHERE NOT EXISTS (SELECT FROM "Deletion" d WHERE d."caseId" = t."caseId")) elsewhere, "files_named"(said) AS one
    WHERE named IS NOT NULL AND "caseId" <> ALL(ids) AND position('"fil-' IN said) > 0 AND one = ANY(named)
    UNION SELECT "fileId" FROM "Recommendation" WHERE "fileId" = ANY(named)
    UNION SELECT "fileId" FROM "TextStatus" WHERE "fileId" = ANY(named)
    UNION SELECT one FROM "RegisterEntry", "files_named"("data"::text) AS one WHERE one = ANY(named)
    UNION SELECT one FROM "Draft", "files_named"("data"::text) AS one WHERE one = ANY(named));

  INSERT INTO "Deletion" ("caseId", "decisionId", "class", "startOn", "notBefore", "deletedAt", "forms", "files", "notices")
    SELECT went."id", decision, '', '', '', now(),
      (SELECT count(*) FROM "Form" o WHERE o."caseId" = went."id"),
      (SELECT count(*) FROM unnest(named_in, named) AS g ("caseId", "fileId") JOIN "File" f ON f."id" = g."fileId"
        WHERE g."caseId" = went."id" AND g."fileId" <> ALL(used)),
      (SELECT count(*) FROM "Notice" n WHERE n."caseId" = went."id")
    FROM unnest(ids) AS went ("id");
  INSERT INTO "DeletedFile" ("fileId", "caseId", "sha256", "size")
    SELECT DISTINCT ON (f."id") f."id", g."caseId", f."sha256", f."size"
    FROM unnest(named_in, named) AS g ("caseId", "fileId") JOIN "File" f ON f."id" = g."fileId"
    WHERE g."fileId" <> ALL(used) ORDER BY f."id", g."caseId";
  DELETE FROM "File" WHERE "id" = ANY(named) AND "id" <> ALL(used);
  DELETE FROM "Form" WHERE "caseId" = ANY(ids);
  UPDATE "Notice" SET "recipientName" = '', "recipientEmail" = '', "data" = '{}', "subject" = NULL, "html" = NULL, "text" = NULL,
    "attachments" = NULL, "response" = NULL, "lastError" = NULL WHERE "caseId" = ANY(ids);
  UPDATE "Task" SET "detail" = NULL, "delegation" = NULL WHERE "caseId" = ANY(ids);
  DELETE FROM "TrackingCode" WHERE "caseId" = ANY(ids);
  -- A person's name goes with the last case that has it; the name of an institution is public.
  UPDATE "Case" SET "title" = "subject" WHERE "id" = ANY(ids) AND ("subject" LIKE 'person:%' OR "subject" LIKE 'contact:%');
  DELETE FROM "PartyName" n USING "Case" c
    WHERE c."id" = ANY(ids) AND n."party" = c."subject" AND (n."party" LIKE 'person:%' OR n."party" LIKE 'contact:%')
      AND NOT EXISTS (SELECT FROM "Case" o WHERE o."subject" = n."party" AND o."title" = n."name");
  UPDATE "RegisterEntry" SET "name" = "party" WHERE "caseId" = ANY(ids) AND "party" LIKE 'person:%';
  DELETE FROM "Contact" k USING "CaseParty" p
    WHERE p."caseId" = ANY(ids) AND p."party" = 'contact:' || k."id" AND NOT EXISTS (
      SELECT FROM "CaseParty" o WHERE o."party" = p."party" AND o."caseId" <> ALL(ids)
        AND NOT EXISTS (SELECT FROM "Deletion" d WHERE d."caseId" = o."caseId"));
  RETURN cardinality(ids);
END $$;
REVOKE ALL ON FUNCTION "delete_retained"(text, int) FROM PUBLIC;

-- What backups are kept, as the process that takes them says: `[{"name", "takenAt", "keptUntil"}]`, all of them. Those it does not name any
-- more are removed.
CREATE FUNCTION "note_backups"(kept jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "BackupCopy" ("name", "takenAt", "keptUntil")
    SELECT one ->> 'name', (one ->> 'takenAt')::timestamptz, (one ->> 'keptUntil')::timestamptz FROM jsonb_array_elements(kept) AS one
    ON CONFLICT ("name") DO UPDATE SET "keptUntil" = excluded."keptUntil", "removedAt" = NULL;
  UPDATE "BackupCopy" SET "removedAt" = now()
    WHERE "removedAt" IS NULL AND "name" NOT IN (SELECT one ->> 'name' FROM jsonb_array_elements(kept) AS one);
$$;
REVOKE ALL ON FUNCTION "note_backups"(jsonb) FROM PUBLIC;

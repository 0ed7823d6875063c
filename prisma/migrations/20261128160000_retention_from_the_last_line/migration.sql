-- The period of retention runs from the last that happened in a case: the day on which it was closed stands in a row that the worker may
-- change, its timeline stands for good. Without this a closing that is moved back would make records deletable before their day (HN-NET-10.2,
-- 10.3).
CREATE OR REPLACE VIEW "RetainedCase" AS
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
      CASE WHEN c."closedAt" IS NOT NULL THEN (greatest(c."closedAt", (
          SELECT max(t."at") FROM "TimelineEvent" t WHERE t."caseId" = c."id")) AT TIME ZONE 'Asia/Shanghai')::date
        END AS "startOn") k
    CROSS JOIN (SELECT "retention_months"('IDENTITY') AS "identity", "retention_months"('TRANSACTION') AS "transaction",
      ("stack_now"() AT TIME ZONE 'Asia/Shanghai')::date AS "today") rules
  WHERE k."class" IS NOT NULL AND NOT EXISTS (SELECT FROM "Deletion" d WHERE d."caseId" = c."id")
) r;

-- Nor does a case become one of another regime or kind, of which less is kept, or one that was opened at another time.
CREATE TRIGGER "Case_stays_what_it_is" BEFORE UPDATE OF "id", "regime", "kind", "subject", "openedAt" ON "Case" FOR EACH ROW
  WHEN ((NEW."id", NEW."regime", NEW."kind", NEW."subject", NEW."openedAt")
    IS DISTINCT FROM (OLD."id", OLD."regime", OLD."kind", OLD."subject", OLD."openedAt"))
  EXECUTE FUNCTION "refuse_change"();

-- What a notice of a case has said to somebody goes only with a deletion; one that was not sent yet may be rendered anew.
CREATE FUNCTION "guard_notice"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "Deletion" WHERE "caseId" = OLD."caseId") THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'What notice % has said is kept', OLD."id" USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "Notice_kept" BEFORE UPDATE OF "caseId", "template", "data", "sentAt", "subject", "html", "text", "attachments", "recipientName", "recipientEmail"
  ON "Notice" FOR EACH ROW
  WHEN (OLD."caseId" IS NOT NULL AND OLD."sentAt" IS NOT NULL AND (
    NEW."sentAt" IS NULL
    OR (NEW."caseId", NEW."template", NEW."data") IS DISTINCT FROM (OLD."caseId", OLD."template", OLD."data")
    OR OLD."status" = 'SENT' AND (NEW."subject", NEW."html", NEW."text", NEW."attachments", NEW."recipientName", NEW."recipientEmail")
      IS DISTINCT FROM (OLD."subject", OLD."html", OLD."text", OLD."attachments", OLD."recipientName", OLD."recipientEmail")))
  EXECUTE FUNCTION "guard_notice"();

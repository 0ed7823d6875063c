-- CreateTable
CREATE TABLE "CaseClause" (
    "caseId" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "event" TEXT NOT NULL,

    CONSTRAINT "CaseClause_pkey" PRIMARY KEY ("caseId","clause","event")
);

-- CreateTable
CREATE TABLE "ClauseText" (
    "clause" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClauseText_pkey" PRIMARY KEY ("clause","version")
);

-- CreateIndex
CREATE INDEX "CaseClause_clause_event_caseId_idx" ON "CaseClause"("clause", "event", "caseId");

-- AddForeignKey
ALTER TABLE "CaseClause" ADD CONSTRAINT "CaseClause_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Which clauses a citation names: `SH-STORE 一.1(1)、一.1(3)` are two, of which the second has the document of the first.
CREATE FUNCTION "clauses_cited"(cited text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN place = 1 OR position(' ' IN part) > 0 THEN part ELSE split_part(cited, ' ', 1) || ' ' || part END
  FROM regexp_split_to_table(cited, '、') WITH ORDINALITY AS parts (part, place)
  WHERE cited <> '—'
$$;

-- The clauses of a case follow its timeline in the statement that adds lines, whoever adds them.
CREATE FUNCTION "add_case_clauses"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "CaseClause" ("caseId", "clause", "event")
  SELECT DISTINCT "caseId", one, event
  FROM added, "clauses_cited"("clause") AS one, LATERAL (VALUES ("type"), ('*')) AS lines (event)
  WHERE "clause" IS NOT NULL
  ORDER BY 1, 2, 3
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER "TimelineEvent_clauses" AFTER INSERT ON "TimelineEvent"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "add_case_clauses"();

INSERT INTO "CaseClause" ("caseId", "clause", "event")
SELECT DISTINCT "caseId", one, event
FROM "TimelineEvent", "clauses_cited"("clause") AS one, LATERAL (VALUES ("type"), ('*')) AS lines (event)
WHERE "clause" IS NOT NULL;

CREATE TRIGGER "ClauseText_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ClauseText"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

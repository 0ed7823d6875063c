-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "timelineAt" TIMESTAMPTZ(3);

-- Cases that have a timeline already.
UPDATE "Case" c SET "timelineAt" = last."at"
FROM (SELECT "caseId", max("at") AS "at" FROM "TimelineEvent" GROUP BY "caseId") last
WHERE last."caseId" = c."id";

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "timelineHead" TEXT NOT NULL DEFAULT '0000000000000000000000000000000000000000000000000000000000000000',
ADD COLUMN     "timelineLength" INTEGER NOT NULL DEFAULT 0;

-- Cases that have a timeline already.
UPDATE "Case" c SET "timelineLength" = last."seq", "timelineHead" = last."hash"
FROM (SELECT DISTINCT ON ("caseId") "caseId", "seq", "hash" FROM "TimelineEvent" ORDER BY "caseId", "seq" DESC) last
WHERE last."caseId" = c."id";

-- An office is held once, also where it names no body, region or party: in an index NULL would else differ from NULL.
DELETE FROM "Office" a USING "Office" b
WHERE a."id" > b."id" AND a."userId" = b."userId" AND a."role" = b."role" AND a."bodyId" IS NOT DISTINCT FROM b."bodyId"
  AND a."region" IS NOT DISTINCT FROM b."region" AND a."party" IS NOT DISTINCT FROM b."party";

DROP INDEX "Office_userId_role_bodyId_party_key";
CREATE UNIQUE INDEX "Office_userId_role_bodyId_region_party_key" ON "Office"("userId", "role", "bodyId", "region", "party")
  NULLS NOT DISTINCT;

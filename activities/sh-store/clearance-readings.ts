/** What a clearance reads of its store before it takes it down (SH-STORE-11). */
import type { Transaction } from '../../prisma/client.ts';
import { listedProductIds } from '../../prisma/sh-store/store-figures.ts';
import { productNames } from '../../prisma/sh-store/store-products.ts';
import { storeIn, storeReference, type ShStoreReadings } from '../../workflows/sh-store/words.ts';
import type { Reader, ReadingRequest } from '../reader.ts';

type ClearanceReading = 'runningOrders' | 'listedProducts' | 'serviceRecords';

export const clearanceReaders: { readonly [R in ClearanceReading]: Reader<ShStoreReadings[R]> } = {
  runningOrders,
  listedProducts,
  serviceRecords,
};

function storeOfCase({ about, caseId }: ReadingRequest): string {
  return storeIn({ about, id: caseId });
}

async function runningOrders(
  database: Transaction,
  request: ReadingRequest,
): Promise<ShStoreReadings['runningOrders']> {
  const about = storeReference(storeOfCase(request));
  return database.$queryRaw`
    SELECT DISTINCT ON (p."data"->>'orderId') p."data"->>'orderId' AS "orderId", p."data"->>'buyer' AS "buyer"
    FROM "PlatformEvent" p
    WHERE p."about" = ${about} AND p."type" = 'ORDER_PLACED' AND NOT EXISTS (
      SELECT 1 FROM "PlatformEvent" e WHERE e."about" = p."about" AND e."type" IN ('ORDER_COMPLETED', 'ORDER_VOIDED')
        AND e."data"->>'orderId' = p."data"->>'orderId')
    ORDER BY p."data"->>'orderId', p."occurredAt"`;
}

async function listedProducts(
  database: Transaction,
  request: ReadingRequest,
): Promise<ShStoreReadings['listedProducts']> {
  const storeId = storeOfCase(request);
  const ids = await listedProductIds(database, storeId);
  const names = await productNames(database, storeId, ids);
  return ids.map((productId) => ({ productId, name: names.get(productId) ?? null }));
}

async function serviceRecords(
  database: Transaction,
  request: ReadingRequest,
): Promise<ShStoreReadings['serviceRecords']> {
  const storeId = storeOfCase(request);
  const [sums] = await database.$queryRaw<ShStoreReadings['serviceRecords'][]>`
    WITH fact AS (
      SELECT count(*)::int AS "n", encode(sha256(COALESCE(string_agg(encode(sha256(convert_to(
        concat_ws('|', "id", "type", "occurredAt", "data"), 'UTF8')), 'hex'), '' ORDER BY "id"), '')::bytea), 'hex') AS "digest"
      FROM "PlatformEvent" WHERE "about" = ${storeReference(storeId)}),
    entry AS (
      SELECT count(*)::int AS "n", encode(sha256(COALESCE(string_agg(encode(sha256(convert_to(
        concat_ws('|', "eventKey", "points", "onDay", "reversalOf"), 'UTF8')), 'hex'), '' ORDER BY "eventKey"), '')::bytea), 'hex') AS "digest"
      FROM "PointsEntry" WHERE "storeId" = ${storeId})
    SELECT fact."n" AS "facts", entry."n" AS "entries", encode(sha256((fact."digest" || entry."digest")::bytea), 'hex') AS "digest"
    FROM fact, entry`;
  if (sums === undefined) throw new Error(`The records of store ${storeId} could not be counted.`);
  return sums;
}

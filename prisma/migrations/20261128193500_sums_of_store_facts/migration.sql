-- CreateTable
CREATE TABLE "PlatformEventSum" (
    "about" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "events" INTEGER NOT NULL,
    "latest" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PlatformEventSum_pkey" PRIMARY KEY ("about","type")
);

-- CreateTable
CREATE TABLE "StoreOrder" (
    "about" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "completedAt" TIMESTAMPTZ(3) NOT NULL,
    "voided" BOOLEAN NOT NULL,

    CONSTRAINT "StoreOrder_pkey" PRIMARY KEY ("about","orderId")
);

-- CreateTable
CREATE TABLE "StoreOrderDay" (
    "about" TEXT NOT NULL,
    "onDay" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,

    CONSTRAINT "StoreOrderDay_pkey" PRIMARY KEY ("about","onDay")
);

-- CreateIndex
CREATE INDEX "StoreOrder_about_completedAt_idx" ON "StoreOrder"("about", "completedAt");

-- The facts of an order, however old the store is.
CREATE INDEX "PlatformEvent_order_idx" ON "PlatformEvent"("about", ("data" ->> 'orderId')) WHERE "type" IN ('ORDER_COMPLETED', 'ORDER_VOIDED');

-- How an order stands: its first completion since the store was opened, and whether it was found to be brushing and that stands (A-26).
CREATE FUNCTION "order_stands"(store text, opened timestamptz, ordered text, OUT at timestamptz, OUT voided boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT
    (SELECT min(c."occurredAt") FROM "PlatformEvent" c WHERE c."about" = store AND c."type" = 'ORDER_COMPLETED'
      AND c."data" ->> 'orderId' = ordered AND c."occurredAt" >= opened),
    EXISTS (SELECT 1 FROM "PlatformEvent" v WHERE v."about" = store AND v."type" = 'ORDER_VOIDED' AND v."data" ->> 'orderId' = ordered
      AND NOT EXISTS (SELECT 1 FROM "PlatformEvent" r WHERE r."about" = v."about" AND r."type" = 'ORDER_REINSTATED'
        AND r."source" = v."source" AND r."sourceId" = v."sourceId" || ':reinstated'))
$$;
REVOKE ALL ON FUNCTION "order_stands"(text, timestamptz, text) FROM PUBLIC;

CREATE FUNCTION "shanghai_day"(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')
$$;

-- The sums follow the facts in the statement that adds them, whoever adds; in a fixed order, so that two writers cannot block each other.
CREATE FUNCTION "add_to_event_sums"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "PlatformEventSum" AS sums ("about", "type", "events", "latest")
  SELECT "about", "type", count(*), max("occurredAt") FROM added GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT ("about", "type") DO UPDATE SET
    "events" = sums."events" + EXCLUDED."events", "latest" = GREATEST(sums."latest", EXCLUDED."latest");

  IF NOT EXISTS (SELECT 1 FROM added WHERE "type" IN ('ORDER_COMPLETED', 'ORDER_VOIDED', 'ORDER_REINSTATED')) THEN
    RETURN NULL;
  END IF;
  -- Who adds to the same orders at the same time sees what the other has added.
  PERFORM pg_advisory_xact_lock(hashtextextended('store-orders:' || store."about", 0)) FROM (
    SELECT DISTINCT "about" FROM added WHERE "type" IN ('ORDER_COMPLETED', 'ORDER_VOIDED', 'ORDER_REINSTATED') ORDER BY 1) store;

  WITH touched AS (
    SELECT "about", "data" ->> 'orderId' AS "orderId" FROM added WHERE "type" IN ('ORDER_COMPLETED', 'ORDER_VOIDED')
    UNION
    SELECT v."about", v."data" ->> 'orderId' FROM added r JOIN "PlatformEvent" v ON v."source" = r."source" AND v."about" = r."about"
      AND v."sourceId" = regexp_replace(r."sourceId", ':reinstated$', '') AND v."type" = 'ORDER_VOIDED'
    WHERE r."type" = 'ORDER_REINSTATED'
  ), after AS MATERIALIZED (
    SELECT t."about", t."orderId", stands.at, stands.voided
    FROM touched t JOIN "Store" s ON s."id" = substr(t."about", 7) AND t."about" LIKE 'store:%',
      LATERAL "order_stands"(t."about", s."openedAt", t."orderId") stands
    WHERE t."orderId" IS NOT NULL AND stands.at IS NOT NULL
  ), before AS (
    SELECT o.* FROM "StoreOrder" o JOIN after USING ("about", "orderId")
  ), kept AS (
    INSERT INTO "StoreOrder" ("about", "orderId", "completedAt", "voided") SELECT "about", "orderId", at, voided FROM after
    ON CONFLICT ("about", "orderId") DO UPDATE SET "completedAt" = EXCLUDED."completedAt", "voided" = EXCLUDED."voided"
  )
  INSERT INTO "StoreOrderDay" AS sums ("about", "onDay", "orders")
  SELECT "about", day, SUM(n) FROM (
    SELECT "about", "shanghai_day"(at) AS day, 1 AS n FROM after WHERE NOT voided
    UNION ALL SELECT "about", "shanghai_day"("completedAt"), -1 FROM before WHERE NOT "voided") moved
  GROUP BY 1, 2 HAVING SUM(n) <> 0 ORDER BY 1, 2
  ON CONFLICT ("about", "onDay") DO UPDATE SET "orders" = sums."orders" + EXCLUDED."orders";
  RETURN NULL;
END
$$;
CREATE TRIGGER "PlatformEvent_sums" AFTER INSERT ON "PlatformEvent"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "add_to_event_sums"();

-- The orders of a store count from the instant at which it was opened: anew where facts came first, or where that is put right.
CREATE FUNCTION "count_orders_anew"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  store text := 'store:' || NEW."id";
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('store-orders:' || store, 0));
  DELETE FROM "StoreOrder" WHERE "about" = store;
  DELETE FROM "StoreOrderDay" WHERE "about" = store;
  INSERT INTO "StoreOrder" ("about", "orderId", "completedAt", "voided")
  SELECT store, ordered."orderId", stands.at, stands.voided FROM (
    SELECT DISTINCT "data" ->> 'orderId' AS "orderId" FROM "PlatformEvent" WHERE "about" = store AND "type" = 'ORDER_COMPLETED') ordered,
    LATERAL "order_stands"(store, NEW."openedAt", ordered."orderId") stands
  WHERE ordered."orderId" IS NOT NULL AND stands.at IS NOT NULL;
  INSERT INTO "StoreOrderDay" ("about", "onDay", "orders")
  SELECT store, "shanghai_day"("completedAt"), count(*) FROM "StoreOrder" WHERE "about" = store AND NOT "voided" GROUP BY 2;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Store_orders" AFTER INSERT OR UPDATE OF "openedAt" ON "Store" FOR EACH ROW EXECUTE FUNCTION "count_orders_anew"();

-- What is there already.
INSERT INTO "PlatformEventSum" ("about", "type", "events", "latest")
SELECT "about", "type", count(*), max("occurredAt") FROM "PlatformEvent" GROUP BY 1, 2;
UPDATE "Store" SET "openedAt" = "openedAt";

-- The facts of an order are looked up by the order alone. The earliest completion of a store's order was looked for among all completions of the
-- store by time, so that each order cost more the more the store had.
CREATE OR REPLACE FUNCTION "order_stands"(store text, opened timestamptz, ordered text, OUT at timestamptz, OUT voided boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH facts AS MATERIALIZED (
    SELECT "type", "occurredAt", "about", "source", "sourceId" FROM "PlatformEvent"
    WHERE "about" = store AND "data" ->> 'orderId' = ordered AND "type" IN ('ORDER_COMPLETED', 'ORDER_VOIDED'))
  SELECT
    (SELECT min(c."occurredAt") FROM facts c WHERE c."type" = 'ORDER_COMPLETED' AND c."occurredAt" >= opened),
    EXISTS (SELECT 1 FROM facts v WHERE v."type" = 'ORDER_VOIDED'
      AND NOT EXISTS (SELECT 1 FROM "PlatformEvent" r WHERE r."about" = v."about" AND r."type" = 'ORDER_REINSTATED'
        AND r."source" = v."source" AND r."sourceId" = v."sourceId" || ':reinstated'))
$$;

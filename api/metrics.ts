import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { epochMs } from '../rules/time/index.ts';
import type { ApiContext } from './context.ts';
import { describeError } from './middleware/request-log.ts';

/** What `/metrics` shows, and the handler that measures requests. */
export interface Metrics {
  readonly registry: Registry;
  readonly observe: RequestHandler;
}

/** Metrics of one application: durations by route, and what the records say now. Labels hold no ids and no names. */
export function createMetrics(context: ApiContext): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'anjuan_http_request_duration_seconds',
    help: 'Duration of requests by method, route template and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  gauges(context, registry);
  return {
    registry,
    observe(request, response, next) {
      const stop = duration.startTimer();
      response.on('finish', () => {
        // A stream lasts as long as its reader likes.
        if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return;
        // The template, not the path: a label for each id would never end.
        const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
        stop({ method: request.method, route, status: response.statusCode });
      });
      next();
    },
  };
}

function gauges({ database, clock, log }: ApiContext, registry: Registry): void {
  const gauge = (name: string, help: string, label: string, read: () => Promise<{ label: string; count: bigint }[]>) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      async collect() {
        this.reset();
        // What the process itself measures is needed most when the records do not answer.
        const rows = await read().catch((failure: unknown) => {
          log.warn({ metric: name, error: describeError(failure) }, 'a metric could not be read from the records');
          return [];
        });
        for (const row of rows) this.set({ [label]: row.label }, Number(row.count));
      },
    });
  gauge(
    'anjuan_open_cases',
    'Open cases by kind',
    'kind',
    () => database.$queryRaw`SELECT "kind" AS label, count(*) AS count FROM "Case" WHERE "closedAt" IS NULL GROUP BY 1`,
  );
  gauge(
    'anjuan_overdue_deadlines',
    'Deadlines that passed and were not yet dealt with, by name',
    'deadline',
    async () => {
      const now = new Date(epochMs(await clock.now()));
      return database.$queryRaw`SELECT "name" AS label, count(*) AS count FROM "Deadline" WHERE "status" = 'OPEN' AND "dueAt" <= ${now} GROUP BY 1`;
    },
  );
  gauge(
    'anjuan_files_changed',
    'Stored files that are not what was stored',
    'found',
    () =>
      database.$queryRaw`SELECT 'changed' AS label, count(*) AS count FROM "FileFault" JOIN "File" ON "File"."id" = "fileId"`,
  );
  gauge(
    'anjuan_notices',
    'Notices by delivery status',
    'status',
    () => database.$queryRaw`SELECT "status" AS label, count(*) AS count FROM "Notice" GROUP BY 1`,
  );
}

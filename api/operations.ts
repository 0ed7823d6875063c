import { timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import { refuse } from '../rules/refusal.ts';
import type { ApiContext } from './context.ts';
import { sha256 } from './http/canonical.ts';
import type { Metrics } from './metrics.ts';

/** Addresses for operators: is the process alive, can it serve, and its metrics. Outside `/api`, without accounts. */
export function operations(app: Express, context: ApiContext, metrics: Metrics): void {
  app.get('/health/live', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/health/ready', async (_request, response) => {
    const [database, temporal] = await Promise.all([
      answers(context.database.$queryRaw`SELECT 1`),
      answers(context.gateway.ready()),
    ]);
    response
      .status(database && temporal ? 200 : 503)
      .json({ status: database && temporal ? 'ready' : 'not ready', database, temporal });
  });
  app.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(request, context.secrets.metricsToken)) {
      refuse(
        'NOT_ALLOWED',
        '无权读取指标。',
        'Metrics are read from the machine itself, or with the token in METRICS_TOKEN.',
      );
    }
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

async function answers(question: PromiseLike<unknown>): Promise<boolean> {
  try {
    return (await question) !== false;
  } catch {
    return false;
  }
}

function mayReadMetrics(request: Request, token: string | undefined): boolean {
  if (token === undefined) return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.ip ?? '');
  const shown = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  // Hashes have one length, so the comparison takes the same time whatever was shown.
  return timingSafeEqual(Buffer.from(sha256(shown)), Buffer.from(sha256(token)));
}

import { timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import { inTime } from '../config/in-time.ts';
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
    if (!mayReadMetrics(request, context)) {
      refuse(
        'NOT_ALLOWED',
        '无权读取指标：请以 METRICS_TOKEN 中的令牌（Bearer）读取。',
        'Metrics are read with the bearer token that is set in METRICS_TOKEN; without one they are closed.',
      );
    }
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

async function answers(question: PromiseLike<unknown>): Promise<boolean> {
  const answer = await inTime(question);
  return answer !== null && answer !== false;
}

/** Where a proxy says that it hands on the request of somebody else. */
const FORWARDED = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'];

function mayReadMetrics(request: Request, { settings, secrets }: Pick<ApiContext, 'settings' | 'secrets'>): boolean {
  const token = secrets.metricsToken;
  if (token === undefined) {
    // Behind a proxy on the same machine everybody has its address: an address opens nothing in production.
    const fromHere = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.ip ?? '');
    return settings.mode === 'training' && fromHere && FORWARDED.every((name) => request.headers[name] === undefined);
  }
  const shown = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  // Hashes have one length, so the comparison takes the same time whatever was shown.
  return timingSafeEqual(Buffer.from(sha256(shown)), Buffer.from(sha256(token)));
}

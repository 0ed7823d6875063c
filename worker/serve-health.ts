/** The health check of a worker over HTTP: `GET /health/live` asks nobody, `GET /health/ready` answers 503 while it does not work. */
import { createServer } from 'node:http';
import type { Settings } from '../config/settings.ts';
import type { WorkerHealth } from './health.ts';

/** Serves it where WORKER_HEALTH_PORT says; answers how to stop. */
export function serveHealth(
  { host, workerHealthPort: port }: Pick<Settings, 'host' | 'workerHealthPort'>,
  check: () => Promise<WorkerHealth>,
): () => void {
  if (port === undefined) return () => undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const answer = (status: number, body: unknown) =>
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      if (request.method !== 'GET') return answer(405, { status: 'not allowed' });
      if (request.url === '/health/live') return answer(200, { status: 'alive' });
      if (request.url !== '/health/ready') return answer(404, { status: 'not found' });
      const { ready, ...health } = await check();
      return answer(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', ...health });
    })();
  });
  server.listen(port, host);
  return () => server.close();
}

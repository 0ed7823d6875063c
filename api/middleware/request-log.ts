import { randomUUID } from 'node:crypto';
import { pinoHttp } from 'pino-http';
import { pino, type DestinationStream, type Logger } from 'pino';

/** What is never written even if some code were to log a whole request. */
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.password',
  '*.token',
  '*.email',
];

/** The log of a process: JSON lines with the time, level, request id and facts; no personal data (ASVS 16.2). */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'api' },
    redact: { paths: REDACTED, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A request id of the caller's is kept if it is well-formed; otherwise one is made. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(header) ? header : randomUUID();
}

/**
 * One line a request: method, path without its query, status, time. Names, addresses, bodies and query values stay out; ids in a
 * path are opaque.
 */
export function requestLog(log: Logger) {
  return pinoHttp({
    logger: log,
    genReqId: (request, response) => {
      const id = requestIdOf(request.headers['x-request-id']);
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: () => undefined,
    },
    customLogLevel: (_request, response, error) => {
      return error || response.statusCode >= 500 ? 'error' : 'info';
    },
    autoLogging: {
      ignore: (request) =>
        request.url === '/health/live' || request.url === '/health/ready' || request.url === '/metrics',
    },
  });
}

/**
 * What the log may know of an unexpected error: its class, code and place. The message is left out for errors of the database,
 * which repeat the values of the query.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const fromDatabase = error.name.startsWith('Prisma') || 'severity' in error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...('code' in error && { code: error.code }),
    ...(!fromDatabase && { message: error.message }),
    at: frames.slice(0, 12).map((line) => line.trim()),
  };
}

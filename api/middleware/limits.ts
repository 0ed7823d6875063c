import { ipKeyGenerator, rateLimit, type RateLimitRequestHandler } from 'express-rate-limit';
import type { Request } from 'express';
import type { Limits } from '../../config/settings.ts';
import { Refusal } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';

/**
 * Limits of the request rate, a minute each, counted by this process: they protect it from one caller, and a deployment of N
 * processes allows N times as much. What guards passwords is counted in the database instead (lockout.ts).
 */
export interface RateLimits {
  readonly perAddress: RateLimitRequestHandler;
  readonly signInPerAddress: RateLimitRequestHandler;
  /** To be run once it is known who asks: see {@link rememberAccount}. */
  readonly perAccount: RateLimitRequestHandler;
}

const accounts = new WeakMap<Request, string>();

/** Notes whose request this is, for the limit of accounts. */
export function rememberAccount(request: Request, accountId: string): void {
  accounts.set(request, accountId);
}

export function createRateLimits(limits: Limits): RateLimits {
  const byAddress = (request: Request): string => ipKeyGenerator(request.ip ?? '');
  return {
    perAddress: limiter(limits.requestsPerAddress, byAddress),
    signInPerAddress: limiter(limits.signInsPerAddress, byAddress),
    perAccount: limiter(limits.requestsPerAccount, (request) => accounts.get(request) ?? byAddress(request)),
  };
}

function limiter(limit: number, keyGenerator: (request: Request) => string): RateLimitRequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    keyGenerator,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) =>
      next(
        new Refusal('TOO_MANY_REQUESTS', {
          message: text('请求过于频繁，请稍后再试。', 'Too many requests; try again in a minute.'),
        }),
      ),
  });
}

import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { ApiContext } from './context.ts';
import { failures, notFound } from './http/failures.ts';
import { mount } from './http/mount.ts';
import { createMetrics } from './metrics.ts';
import { createRateLimits } from './middleware/limits.ts';
import { requestLog } from './middleware/request-log.ts';
import { operations } from './operations.ts';
import { publicPages, showFailure } from './pages/index.ts';
import { routes } from './routes/index.ts';

/**
 * The API as an Express application that does not listen yet. Everything it needs is in the context; `webConsole` serves the console
 * for whatever is neither API, operations nor public page, and brings its own Content-Security-Policy.
 */
export function createApp(context: ApiContext, webConsole?: RequestHandler): Express {
  const app = express();
  app.disable('x-powered-by');
  // Answers are not cached, so hashing each of them for an ETag would be work for nothing.
  app.disable('etag');
  app.set('trust proxy', context.settings.trustProxy);
  app.set('query parser', 'simple');
  const metrics = createMetrics(context);
  const limits = createRateLimits(context.settings.limits);
  app.use(requestLog(context.log));
  app.use(metrics.observe);
  app.use(
    helmet({
      // Nothing may be loaded, framed or run on the API's account; a page says for itself what little it needs.
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
      },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    }),
  );
  operations(app, context, metrics);
  app.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(limits.perAddress);
  mount(app, context, routes, limits);
  mount(app, context, publicPages, limits);
  if (webConsole) app.use(webConsole);
  app.use(notFound);
  app.use(failures(showFailure));
  return app;
}

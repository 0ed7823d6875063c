/**
 * Serves the console: the files that `npm run build:console` writes, and its one page for every address that is neither API nor
 * file. The page gets a nonce of its own at each answer, so that no style and no script runs that the console has not brought.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { Router, type RequestHandler, type Response } from 'express';

/** Where the built console is. */
const CONSOLE_FOLDER = join(import.meta.dirname, '../dist/console');

const NONCE = '__NONCE__';

/** The console, if it has been built into this folder. */
export function builtConsole(folder: string = CONSOLE_FOLDER): RequestHandler | undefined {
  return existsSync(join(folder, 'index.html')) ? serveConsole(folder) : undefined;
}

function serveConsole(folder: string): RequestHandler {
  const file = join(folder, 'index.html');
  const page = readFileSync(file, 'utf8');
  const router = Router();
  router.use(['/assets', '/icon.svg'], compression());
  // The names of these hold a hash of what is in them.
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  router.use(express.static(folder, { index: false, cacheControl: false }));
  router.get(/^\/(?!api\/|assets\/|health\/)/, (_request, response) => {
    const nonce = randomBytes(16).toString('base64');
    protect(response, nonce);
    response.type('html').end(page.replaceAll(NONCE, nonce));
  });
  return router;
}

function protect(response: Response, nonce: string): void {
  response.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' blob: data:",
      "connect-src 'self'",
      "frame-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join(';'),
  );
  // A browser says where a form comes from only so: see middleware/forgery.ts.
  response.setHeader('Referrer-Policy', 'same-origin');
}

/** The web inbox of the mail catcher: a list, a mail, its attachments, and the same as JSON. */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { escapeHtml, inboxPage, mailPage } from './mail-pages.ts';
import type { MailStore } from './mail-store.ts';

/**
 * Serves the inbox on 127.0.0.1.
 *
 * Paths: `/`, `/mail/<id>`, `/mail/<id>/html`, `/mail/<id>/attachment/<n>`, `/api/messages`.
 *
 * @throws Error naming the port when it is taken
 */
export async function serveInbox(store: MailStore, port: number): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'GET only');
    // A page of another site that points its own name at 127.0.0.1 is not to read mails.
    if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
      return send(response, 403, 'text/plain', 'Open the inbox as http://127.0.0.1.');
    }
    answer(store, new URL(request.url ?? '/', 'http://inbox').pathname, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`The mail inbox cannot listen on port ${port}: another program does.`) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(store: MailStore, path: string, response: ServerResponse): void {
  if (path === '/') return send(response, 200, 'text/html', inboxPage(store.all().reverse()));
  if (path === '/api/messages') return send(response, 200, 'application/json', asJson(store));
  const [, id = '', part, index] = /^\/mail\/([\w-]+)(?:\/(html|attachment)(?:\/(\d+))?)?$/.exec(path) ?? [];
  const mail = store.find(id);
  if (!mail) return send(response, 404, 'text/plain', 'There is no such mail.');
  if (part === undefined) return send(response, 200, 'text/html', mailPage(id, mail));
  if (part === 'html') {
    // Foreign HTML: it may show itself, and neither run scripts nor reach anything else.
    response.setHeader(
      'Content-Security-Policy',
      "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    return send(response, 200, 'text/html', mail.html || `<pre>${escapeHtml(mail.text)}</pre>`);
  }
  const attachment = mail.attachments[Number(index)];
  if (!attachment) return send(response, 404, 'text/plain', 'There is no such attachment.');
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`);
  send(response, 200, attachment.contentType, attachment.content);
}

function asJson(store: MailStore): string {
  return JSON.stringify(
    store.all().map(({ id, mail }) => ({
      id,
      ...mail,
      attachments: mail.attachments.map(({ filename, contentType, content }, index) => ({
        filename,
        contentType,
        size: content.length,
        path: `/mail/${id}/attachment/${index}`,
      })),
    })),
  );
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  const text = type.startsWith('text/') || type === 'application/json';
  response.writeHead(status, {
    'Content-Type': text ? `${type}; charset=utf-8` : type,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

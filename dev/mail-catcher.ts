/**
 * A mail server that delivers nothing: it keeps what it is sent and shows it in a web inbox.
 *
 * Own, and not maildev, because a test takes the mail server down and brings it back: maildev waits up to 30 seconds for
 * open connections when it stops, which cannot be set, and keeps its SMTP port when its web port is taken.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { serveInbox } from './mail-inbox.ts';
import { openMailStore } from './mail-store.ts';
import type { MailStore } from './mail-store.ts';
import type { Log } from './program.ts';

/** A mail that was caught. */
export interface CaughtMail {
  /** as in the header, with its angle brackets */
  messageId: string;
  /** addresses of the recipients as the sender's server named them, blind copies included */
  to: string[];
  from: string;
  subject: string;
  /** empty when the mail has no such part */
  html: string;
  text: string;
  /** by lower-case name; of a header that stands several times, the values in order, joined by line breaks */
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; content: Buffer }[];
  receivedAt: Date;
}

/** How to start the catcher. */
export interface MailCatcherOptions {
  /** ports of 127.0.0.1; any free one when left out */
  smtpPort?: number;
  webPort?: number;
  /** where mails are kept over a restart; in memory only when left out */
  dir?: string;
  log: Log;
}

/** A running catcher. */
export interface MailCatcher {
  /** for nodemailer, e.g. `smtp://127.0.0.1:2525` */
  smtpUrl: string;
  /** the inbox in the browser */
  webUrl: string;
  /** everything caught so far, oldest first; a mail is in it as soon as its sender was told so */
  messages(): Promise<CaughtMail[]>;
  /** cuts open connections and frees both ports */
  stop(): Promise<void>;
}

/**
 * Starts the catcher on 127.0.0.1. It takes every mail without a password and without TLS.
 *
 * @throws Error naming the port when one is taken; nothing is left running then
 */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  if (options.dir !== undefined) mkdirSync(options.dir, { recursive: true });
  const store = await openMailStore(options.dir);
  const smtp = createSmtp(store, options.log);
  const smtpPort = await listen(smtp, smtp.server, options.smtpPort ?? 0, 'mail catcher (SMTP)');
  const inbox = await serveInbox(store, options.webPort ?? 0).catch(async (error: unknown) => {
    await stopSmtp(smtp);
    throw error;
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    webUrl: inbox.url,
    messages: () => Promise.resolve(store.all().map(({ mail }) => mail)),
    async stop() {
      await Promise.all([stopSmtp(smtp), inbox.stop()]);
    },
  };
}

function createSmtp(store: MailStore, log: Log): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // Any name and password will do, so that a real SMTP_URL can be tried with the host replaced.
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }),
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    // The time given to open connections when it stops.
    closeTimeout: 1,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', done);
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        const id = `${Date.now()}-${randomUUID().slice(0, 8)}`;
        store.add(id, recipients, Buffer.concat(chunks)).then(
          () => done(null, `kept as ${id}`),
          (error: unknown) => {
            log(`A mail could not be kept: ${String(error)}`);
            done(error instanceof Error ? error : new Error(String(error)));
          },
        );
      });
    },
  });
  // A connection that breaks off is the sender's affair; without a listener it would end the process.
  server.on('error', () => {});
  return server;
}

function listen(smtp: SMTPServer, socket: Server, port: number, what: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`The ${what} cannot listen on port ${port}: another program does.`) : error);
    };
    socket.once('error', refuse);
    smtp.listen(port, '127.0.0.1', () => {
      socket.removeListener('error', refuse);
      const address = socket.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function stopSmtp(smtp: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    smtp.server.close(() => resolve());
    smtp.close();
  });
}

/**
 * A mail server that takes every mail and keeps none, in a process of its own: the catcher of the development stack reads and keeps each
 * for its inbox, which would be counted against the product. It notes the Message-ID of each, by which one that came twice is found.
 */
import { fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** What has arrived since the sink was started. */
export interface Arrived {
  readonly mails: number;
  /** Different Message-IDs among them: what is missing to `mails` came more than once. */
  readonly different: number;
}

export interface MailSink {
  readonly url: string;
  readonly pid: number;
  arrived(): Promise<Arrived>;
  stop(): void;
}

/** Starts it and answers once it takes mails. */
export function forkMailSink(): Promise<MailSink> {
  const child = fork(fileURLToPath(import.meta.url), ['serve']);
  const arrived = () =>
    new Promise<Arrived>((resolve) => {
      child.once('message', (counts) => resolve(counts as Arrived));
      child.send('arrived');
    });
  return new Promise((resolve, reject) => {
    child.once('message', (port) =>
      resolve({
        url: `smtp://127.0.0.1:${Number(port)}`,
        pid: child.pid ?? 0,
        arrived,
        stop: () => void child.kill(),
      }),
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The mail sink ended with ${code}.`)));
  });
}

/** The Message-ID stands in the head of a mail, which comes first. */
const HEAD = 8_192;

function take(stream: SMTPServerDataStream, taken: (messageId: string) => void): void {
  let head = '';
  stream.on('data', (chunk: Buffer) => {
    if (head.length < HEAD) head += chunk.toString('latin1');
  });
  stream.once('end', () => taken(/^message-id:\s*(\S+)/im.exec(head)?.[1] ?? ''));
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'serve') {
  let mails = 0;
  const different = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      take(stream, (messageId) => {
        mails += 1;
        different.add(messageId);
        done();
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as AddressInfo).port));
  process.on('message', () => process.send?.({ mails, different: different.size } satisfies Arrived));
  process.once('disconnect', () => process.exit(0));
}

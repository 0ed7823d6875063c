/**
 * A mail server that takes every mail and keeps none, in a process of its own: the catcher of the development stack reads and keeps each
 * for its inbox, which would be counted against the product.
 */
import { fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';

/** Starts it and answers with its address and what ends it. */
export function forkMailSink(): Promise<{ url: string; stop(): void }> {
  const child = fork(fileURLToPath(import.meta.url), ['serve']);
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve({ url: `smtp://127.0.0.1:${Number(port)}`, stop: () => child.kill() }));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The mail sink ended with ${code}.`)));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'serve') {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      stream.once('end', () => done());
      stream.resume();
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as AddressInfo).port));
  process.once('disconnect', () => process.exit(0));
}

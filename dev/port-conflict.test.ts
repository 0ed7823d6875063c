import { createServer } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { withFreshPorts } from './port-conflict.ts';
import { freePort } from './ports.ts';

let asked: number;
beforeAll(async () => {
  asked = await freePort();
});

const taken = (port: number) =>
  new Error(
    `Temporal ended with exit code 1.\n  unable to start: listen tcp 127.0.0.1:${port}: bind: address already in use`,
  );

/** A start that fails with each of these in turn, and then succeeds. */
function failing(...failures: Error[]): { start: () => Promise<string>; tries: () => number } {
  let tries = 0;
  return {
    start: () => {
      const failure = failures[tries];
      tries += 1;
      return failure === undefined ? Promise.resolve('up') : Promise.reject(failure);
    },
    tries: () => tries,
  };
}

it('starts again when a port was taken that nobody asked for', async () => {
  const { start, tries } = failing(taken(38081), taken(38082));
  expect(await withFreshPorts('Temporal', [asked], start)).toBe('up');
  expect(tries()).toBe(3);
});

it('names a port that was asked for, and does not try again', async () => {
  const { start, tries } = failing(taken(asked));
  const message = `Temporal cannot start: port ${asked} of 127.0.0.1, which was asked for, is used by another program.`;
  await expect(withFreshPorts('Temporal', [asked], start)).rejects.toThrow(message);
  expect(tries()).toBe(1);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(asked, '127.0.0.1', resolve));
  await expect(withFreshPorts('Temporal', [asked], start)).rejects.toThrow(message);
  await new Promise((resolve) => other.close(resolve));
  expect(tries()).toBe(1);
});

it('gives up in the end, and at once on anything else', async () => {
  const always = failing(...Array.from({ length: 9 }, (_, index) => taken(40_000 + index)));
  await expect(withFreshPorts('Temporal', [], always.start)).rejects.toThrow('40004');
  expect(always.tries()).toBe(5);
  const other = failing(new Error('no such attribute'));
  await expect(withFreshPorts('Temporal', [], other.start)).rejects.toThrow('no such attribute');
  expect(other.tries()).toBe(1);
});

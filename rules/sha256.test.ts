import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from './sha256.ts';

it('HN-BASE-03.1 is the SHA-256 that every tool gives, for any text', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  const any = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(fc.property(any, (words) => sha256(words) === createHash('sha256').update(words, 'utf8').digest('hex')));
});

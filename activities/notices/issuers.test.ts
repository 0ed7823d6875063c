import { expect, it } from 'vitest';
import { issuersOf } from './issuers.ts';

it('in production a body gives the number that is set, and none where none is: never one for demonstration', () => {
  const issuers = issuersOf(false, { 'sh-centre': '021-64225697' });
  expect(issuers['sh-centre']).toMatchObject({ telephone: '021-64225697' });
  expect(Object.values(issuers).filter(({ telephone }) => telephone !== undefined)).toHaveLength(1);
});

it('in training every body has a number, and one that is set goes first', () => {
  const issuers = issuersOf(true, { 'hn-hub': '0731-1' });
  expect(Object.values(issuers).filter(({ telephone }) => telephone === undefined)).toEqual([]);
  expect(issuers['hn-hub']?.telephone).toBe('0731-1');
});

it('a number for a body that does not exist is a mistake of the pen, and is named', () => {
  expect(() => issuersOf(false, { 'sh-center': '021-1' })).toThrow(
    'sh-center, which is no body. The bodies are: sh-centre',
  );
});

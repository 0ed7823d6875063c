import { expect, it } from 'vitest';
import { begunWith, isRevision } from './revision.ts';

const changes = (required: readonly string[]) => ({
  input: {
    type: 'object',
    properties: { changes: { type: 'object', required, properties: { basis: { type: 'string' }, report: {} } } },
  },
});
const seen = {
  forms: [{ version: 2, filedAt: '', schema: null, data: { basis: 'NEW', report: { a: 1 }, year: 2020 } }],
};

it('XC-05.3 a form that is filed anew begins with its newest version, and one for single changes empty', () => {
  expect(begunWith(seen, changes(['basis', 'report']))).toEqual({ changes: { basis: 'NEW', report: { a: 1 } } });
  expect(begunWith({ forms: [] }, changes(['basis']))).toBeUndefined();
  expect(begunWith(seen, changes([]))).toBeUndefined();
  expect(isRevision({ input: { type: 'object', properties: { reason: { type: 'string' } } } })).toBe(false);
});

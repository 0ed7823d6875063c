import { expect, it } from 'vitest';
import { missingProofs } from './changes.ts';

it('AH-OPS-05.3 a new legal representative is proved by licence and appointment; what was not given is missing', () => {
  expect(missingProofs('LEGAL_REPRESENTATIVE', ['LICENCE'])).toEqual(['RESOLUTION']);
  expect(missingProofs('LEGAL_REPRESENTATIVE', ['RESOLUTION', 'LICENCE', 'STATEMENT'])).toEqual([]);
  expect(missingProofs('OTHER', [])).toEqual(['STATEMENT']);
});

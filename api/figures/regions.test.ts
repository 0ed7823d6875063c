import { expect, it } from 'vitest';
import type { Entry } from '../abilities.ts';
import { regionsWithin } from './regions.ts';

const manager = (region: string): Entry => ({
  reach: 'scope',
  office: { role: 'manager', bodyId: 'sh-centre', region },
});

it('XC-05.5 a manager can narrow figures to the regions of their offices and those below, each once', () => {
  const own = regionsWithin([manager('SH'), manager('SH/PUDONG')]);
  expect(own).toContain('SH/PUDONG');
  expect(own.every((region) => region === 'SH' || region.startsWith('SH/'))).toBe(true);
  expect(new Set(own).size).toBe(own.length);
  expect(regionsWithin([manager('SH/PUDONG')])).toEqual(['SH/PUDONG']);
  expect(regionsWithin([])).toEqual([]);
});

import { expect, it } from 'vitest';
import { atTime } from '../time/index.ts';
import { standingViolations } from './credit.ts';
import { checkKnownAt, checkReportedAt, contentBreaches } from './unlawful-content.ts';

it('HN-NET-15.10 has the six kinds of online unfair competition, each with its passage', () => {
  const unfair = Object.values(contentBreaches).filter(({ requirement }) => requirement === 'HN-NET-15.10');
  expect(unfair.map(({ clause }) => clause)).toEqual(
    ['一', '二', '三', '四', '五', '六'].map((number) => `HN-NET 第九条第九项(${number})`),
  );
});

it('HN-NET-15.1 names each breach in both languages with the duty it breaches', () => {
  for (const { title, clause, requirement } of Object.values(contentBreaches)) {
    expect(title.zh && title.en).toBeTruthy();
    expect(clause).toMatch(/^HN-NET 第[八九]条第.+项/);
    expect(requirement).toMatch(/^HN-NET-(08|15)\.\d+$/);
  }
});

it('HN-NET-14.2 HN-NET-08.2 nothing is known or reported in the future, and nothing reported before it is known', () => {
  const [nine, ten] = [atTime('2026-02-14', '09:00'), atTime('2026-02-14', '10:00')];
  expect(checkKnownAt(nine, ten)).toEqual([]);
  expect(checkKnownAt(ten, nine)).toMatchObject([{ field: 'knownAt', requirement: 'HN-NET-14.2' }]);
  expect(checkReportedAt(nine, nine, ten)).toEqual([]);
  expect(checkReportedAt(nine, ten, ten)).toMatchObject([{ field: 'reportedAt' }]);
  expect(checkReportedAt(ten, nine, nine)).toMatchObject([{ field: 'reportedAt' }]);
});

it('HN-NET-08.4 counts the breaches that stand, whatever else the credit record holds', () => {
  const violations = {
    'ilc-1': { breach: 'ATTACKS', foundOn: '2026-02-14' },
    'ilc-2': { breach: 'PROHIBITED', foundOn: '2026-02-14', liftedOn: '2026-02-25' },
  } as const;
  expect(standingViolations({ violations })).toBe(1);
  expect(standingViolations({ complaints: {} })).toBe(0);
});

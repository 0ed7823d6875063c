/** What an examination is asked for, and what it holds of notices. */
import { describe, expect, it } from 'vitest';
import { isCreditCode } from '../../rules/parties/credit-code.ts';
import { firmOf } from './firms.ts';
import { mailFaults } from './invariants.ts';
import { readOptions } from './options.ts';
import { byClass, partNamed, quantile } from './part.ts';
import { tableOf } from './report.ts';

describe('notices and mails', () => {
  const notice = (id: string, status: string, copies = 0) => ({
    id,
    status,
    attempts: 1,
    copies,
    messageId: `<${id}>`,
  });
  const mail = (id: string) => ({ messageId: `<${id}>` });

  it('XC-04.3 a notice that counts as sent has arrived once', () => {
    expect(mailFaults([notice('a', 'SENT'), notice('b', 'FAILED')], [mail('a')])).toEqual([]);
  });

  it.each(['CANCELLED', 'FAILED'])(
    'XC-04.3 a notice whose answer nobody knows and that ended as %s may have arrived, and need not',
    (status) => {
      expect(mailFaults([notice('a', status, 1), notice('b', status, 1)], [mail('a')])).toEqual([]);
    },
  );

  it.each([
    ['counts as sent and did not arrive', [notice('a', 'SENT')], []],
    ['arrived 2 times', [notice('a', 'SENT')], [mail('a'), mail('a')]],
    ['arrived and counts as CANCELLED', [notice('a', 'CANCELLED')], [mail('a')]],
    ['a mail is of no notice', [], [mail('a')]],
  ])('XC-04.3 it is a fault that a notice %s', (words, notices, mails) => {
    expect(mailFaults(notices, mails)).toEqual([expect.stringContaining(words)]);
  });
});

describe('the command line', () => {
  it('XC-05.6 without anything it examines everything, and says what is wrong with what it is given', () => {
    expect(readOptions([])).toMatchObject({ parts: ['calls', 'kills'], seed: 1, thorough: true, rounds: 20 });
    expect(readOptions(['--quick', '--seed', '7'])).toMatchObject({ seed: 7, thorough: false, examples: 1 });
    expect(readOptions(['--part', 'kills', '--rounds', '80'])).toMatchObject({ parts: ['kills'], rounds: 80 });
    expect(() => readOptions(['--rounds', 'many'])).toThrow('--rounds must be a whole number, 1 or more.');
    expect(() => readOptions(['--part', 'all'])).toThrow('--part is one of calls, kills.');
    expect(() => readOptions(['--fast'])).toThrow('--fast');
  });
});

describe('the report', () => {
  it('XC-05.6 names the figures of each part and everything that was found', () => {
    const part = { part: 'kills in traffic', findings: ['lost: a request'], figures: { rounds: 20 }, seconds: 61.4 };
    expect(tableOf([part])).toMatch(/kills in traffic: 1 found, 61 s\n {2}rounds +20\n {2}FOUND lost: a request/);
  });

  it('XC-05.6 of a part that fails itself says so, and it is not passed', async () => {
    const lost = await partNamed('generated calls', () => Promise.reject(new Error('fetch failed')));
    expect(lost).toMatchObject({ part: 'generated calls', figures: {} });
    expect(tableOf([lost])).toContain('FOUND generated calls: the examination broke off: fetch failed');
    const whole = { part: 'generated calls', findings: [], figures: { calls: 3 }, seconds: 1 };
    expect(await partNamed('generated calls', () => Promise.resolve(whole))).toBe(whole);
  });

  it('XC-05.6 counts by class and finds the value below which a share lies', () => {
    expect(byClass([200, 201, 404])).toEqual({ '2xx': 2, '4xx': 1 });
    expect([quantile([3, 1, 2], 0.5), quantile([3, 1, 2], 0.99), quantile([], 0.5)]).toEqual([2, 3, 0]);
  });
});

it('SH-STORE-03.1 every firm of an examination has a credit code that can have been given, each its own', () => {
  const codes = [1, 2, 500, 999].map((number) => firmOf(number).creditCode);
  expect(codes.every(isCreditCode)).toBe(true);
  expect(new Set(codes).size).toBe(4);
});

import { expect, it } from 'vitest';
import { checkActionInput } from './check-input.ts';

const check = (input: unknown, action = 'rejectApplication') =>
  checkActionInput({ kind: 'storeApplication', action, input });

it.each(['\0', '\ud83d', '\ude00\ud83d'])(
  'XC-05.3 refuses what the database could not keep, by the name of its field: %j',
  (bad) => {
    const { input, problem } = check({ reason: `不符${bad}` });
    expect(input).toBeUndefined();
    expect(problem?.en).toMatch(/^Wrong input: reason: contains a character that cannot be stored/);
    expect(problem?.zh).toMatch(/^输入有误：reason: 含有无法保存的字符/);
  },
);

it('takes whole characters of every kind, and names each field that is wrong', () => {
  expect(check({ reason: '不符😀' })).toEqual({ input: { reason: '不符😀' } });
  const { problem } = check({ interview: { at: '9999-12-31T23:00:00Z', place: '' } }, 'passPreliminaryReview');
  expect(problem?.en).toMatch(/interview\.at: must be a moment of the years 1900 to 2199.*; interview\.place: /);
  expect(check(undefined).problem?.en).toMatch(/^Wrong input: reason: /);
});

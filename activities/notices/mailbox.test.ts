import { expect, it } from 'vitest';
import { headerSafe, parseMailbox } from './mailbox.ts';

it('reads a sender with or without a name', () => {
  expect(parseMailbox('案卷 Anjuan <notices@example.org>')).toEqual({
    name: '案卷 Anjuan',
    address: 'notices@example.org',
  });
  expect(parseMailbox('"案卷" <notices@example.org>')).toEqual({ name: '案卷', address: 'notices@example.org' });
  expect(parseMailbox('notices@example.org')).toEqual({ address: 'notices@example.org' });
  expect(() => parseMailbox('notices at example.org')).toThrow('is not a sender');
});

it('keeps control characters and invisible marks out of names', () => {
  expect(headerSafe('李\r\n晓\u202e\u0000')).toBe('李 晓');
});

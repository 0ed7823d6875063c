import { expect, it } from 'vitest';
import { headerSafe, isPlainAddress, parseMailbox } from './mailbox.ts';

it.each(['li@example.org', 'li.xiao+a@mail.example.com.cn', "o'neil@example.org"])('takes %s', (address) => {
  expect(isPlainAddress(address)).toBe(true);
});

it.each([
  '',
  'li',
  'li@',
  '@example.org',
  'li@localhost',
  'li@example.org,other@example.org',
  'li@example.org\r\nRCPT TO:<other@example.org>',
  '"li@other.org"@example.org',
  '<li@example.org>',
  'li xiao@example.org',
  'li@-example.org',
  'li..xiao@example.org',
  'li@例子.中国',
  `${'a'.repeat(65)}@example.org`,
  `li@${'a.'.repeat(130)}org`,
])('refuses %j', (address) => {
  expect(isPlainAddress(address)).toBe(false);
});

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

import { describe, expect, it } from 'vitest';
import { isEmail, isTelephone } from './contact.ts';

describe('contacts', () => {
  it.each([
    '13800000000',
    '138 0000 0000',
    '+86 13800000000',
    '0731-88880000',
    '0731-88880000-123',
    '0731-88880000转123',
    '010-66668888',
    '400-800-0000',
    '96871',
    '12345',
  ])('HN-NET-18.2 HN-NET-06.2 takes the telephone %s', (candidate) => {
    expect(isTelephone(candidate)).toBe(true);
  });

  it.each(['', '无', '12800000000', '1380000000', '88880000', '0731-8888', '0000-00000000', '0731-88880000转', '110a'])(
    'HN-NET-18.2 refuses the telephone "%s"',
    (candidate) => {
      expect(isTelephone(candidate)).toBe(false);
    },
  );

  it('HN-NET-18.2 tells an e-mail address from other words', () => {
    for (const good of ['a@b.cn', 'kefu.1@mail.example.com', '联系@示例.中国']) expect(isEmail(good), good).toBe(true);
    for (const bad of ['', 'a', 'a@b', '@b.cn', 'a@b@c.cn', 'a b@c.cn', 'a@b..cn', 'a@.cn']) {
      expect(isEmail(bad), bad).toBe(false);
    }
  });
});

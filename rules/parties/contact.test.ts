import { describe, expect, it } from 'vitest';
import { emailOf, isEmail, isTelephone, telephoneOf } from './contact.ts';

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

  it.each([
    ['（021）55667788', '021-55667788'],
    ['(021) 5566 7788', '021-55667788'],
    ['021-55667788转8001', '021-55667788-8001'],
    ['021-55667788 转 8001', '021-55667788-8001'],
    ['021-55667788-8001', '021-55667788-8001'],
    ['021 55667788 ext. 8001', '021-55667788-8001'],
    ['021-55667788分机8001', '021-55667788-8001'],
    ['０２１－５５６６７７８８', '021-55667788'],
    ['021—55667788', '021-55667788'],
    ['+86 21 5566 7788', '021-55667788'],
    ['+86 (0)21 5566-7788', '021-55667788'],
    ['１３８００００００００', '13800000000'],
    ['138-0000-0000', '13800000000'],
    ['0086 138 0000 0000', '13800000000'],
    ['4008000000转2', '400-800-0000-2'],
    ['+852 2123 4567', '+85221234567'],
    ['96871', '96871'],
  ])('HN-NET-18.2 SH-STORE-03.1 reads the telephone %s as %s', (typed, kept) => {
    expect(telephoneOf(typed)).toBe(kept);
    expect(telephoneOf(kept)).toBe(kept);
  });

  it.each(['021-55667788、13800000000', '(021 55667788', '55667788', '021-55667788转', 'tel:13800000000', '+86 5566'])(
    'HN-NET-18.2 reads no telephone in %s',
    (typed) => {
      expect(telephoneOf(typed)).toBeNull();
    },
  );

  it.each([
    ['  kefu@example.cn　', 'kefu@example.cn'],
    ['Kefu@Example.CN', 'Kefu@example.cn'],
    ['ｋｅｆｕ＠ｅｘａｍｐｌｅ．ｃｎ', 'kefu@example.cn'],
    ['kefu@example。cn', 'kefu@example.cn'],
  ])('HN-NET-18.2 SH-STORE-03.1 reads the address "%s" as %s', (typed, kept) => {
    expect(emailOf(typed)).toBe(kept);
  });

  it.each(['a@b.cn', 'kefu.1@mail.example.com', 'li.xiao+a@mail.example.com.cn', "o'neil@example.org"])(
    'HN-NET-18.2 XC-04.3 takes the e-mail address %s',
    (address) => expect(isEmail(address)).toBe(true),
  );

  // What the sender would refuse is refused where it is typed.
  it.each([
    '',
    'a',
    'a@b',
    '@b.cn',
    'a@b@c.cn',
    'a b@c.cn',
    'a@b..cn',
    'a@.cn',
    'a@b-.cn',
    'a@-b.cn',
    'a..b@c.cn',
    '.a@c.cn',
    '"a@b.cn"@c.cn',
    '<a@c.cn>',
    'a@c.cn,b@c.cn',
    'a@c.cn\r\nRCPT TO:<b@c.cn>',
    '联系@示例.中国',
    'li@例子.中国',
    'li@1.2.3.4',
    'li@example.123',
    'li@example.c',
    `${'a'.repeat(65)}@c.cn`,
    `${'a'.repeat(74)}@example.org`,
    `a@${'b'.repeat(64)}.cn`,
    `a@${'b.'.repeat(130)}org`,
  ])('HN-NET-18.2 XC-04.3 refuses the e-mail address %j', (address) => expect(isEmail(address)).toBe(false));
});

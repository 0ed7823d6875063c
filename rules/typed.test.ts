import { describe, expect, it } from 'vitest';
import { caseNumberOf, codeOf, hiddenIn, nameOf, writingsOf } from './typed.ts';

describe('characters that nobody sees', () => {
  it.each([
    ['a zero-width blank', '\u200b', 'U+200B'],
    ['a joiner', '\u200d', 'U+200D'],
    ['a mark of direction', '\u200e', 'U+200E'],
    ['an override of direction', '\u202e', 'U+202E'],
    ['an isolate', '\u2066', 'U+2066'],
    ['an Arabic mark', '\u061c', 'U+061C'],
    ['a soft hyphen', '\u00ad', 'U+00AD'],
    ['a byte-order mark', '\ufeff', 'U+FEFF'],
    ['a word joiner', '\u2060', 'U+2060'],
    ['an invisible times', '\u2062', 'U+2062'],
    ['a filler', '\u3164', 'U+3164'],
    ['a half-width filler', '\uffa0', 'U+FFA0'],
    ['a line separator', '\u2028', 'U+2028'],
    ['a bell', '\u0007', 'U+0007'],
    ['a control of C1', '\u0085', 'U+0085'],
    ['a tag', '\u{e0041}', 'U+E0041'],
    ['an empty Braille cell', '\u2800', 'U+2800'],
    ['an annotation', '\ufffb', 'U+FFFB'],
    ['two selectors', '\ufe0f\ufe0f', 'U+FE0F'],
  ])('XC-05.3 finds %s and its place', (_what, hidden, code) => {
    expect(hiddenIn(`😀启${hidden}明`)).toEqual({ place: hidden.startsWith('\ufe0f') ? 4 : 3, code });
  });

  it.each(['上海启明（集团）有限公司', 'line\r\n\tbreak', '葛\u{e0100}', '❤\ufe0f', 'a\u00a0b\u3000c', '𠮷', ''])(
    'XC-05.3 has nothing against %j',
    (seen) => {
      expect(hiddenIn(seen)).toBeNull();
    },
  );
});

describe('ways of writing', () => {
  it('SH-STORE-03.1 one name is kept one way, however wide it was typed', () => {
    for (const typed of ['启明(上海)AB有限公司', '启明（上海）ＡＢ有限公司', ' 启明（上海)AB有限公司　'])
      expect(nameOf(typed)).toBe('启明（上海）AB有限公司');
    expect(nameOf('Ｑｉｍｉｎｇ  （Ｓｈａｎｇｈａｉ） Ltd')).toBe('Qiming (Shanghai) Ltd');
  });

  it('SH-STORE-03.1 punctuation of Chinese stays as it is', () => {
    expect(nameOf('启明·研究院，一部：测试')).toBe('启明·研究院，一部：测试');
  });

  it('XC-05.3 a search looks for each way in which a name may be kept', () => {
    expect(writingsOf('(上海')).toEqual(expect.arrayContaining(['(上海', '（上海']));
    expect(writingsOf('AB（')).toEqual(expect.arrayContaining(['AB（', 'AB(']));
    expect(writingsOf('启明')).toEqual(['启明']);
  });

  it.each([
    '沪企服店申〔2025〕127号',
    '沪企服店申[2025]127号',
    '沪企服店申（２０２５） 127号',
    '沪企服店申【2025】127号',
  ])('XC-05.3 the number of a case is found by %s', (number) => {
    expect(caseNumberOf(number)).toBe('沪企服店申〔2025〕127号');
  });

  it('SH-STORE-03.1 a code loses blanks and width', () => {
    expect(codeOf('９１３１ 0115　MA1K3AB128 ')).toBe('91310115MA1K3AB128');
  });
});

import { expect, it } from 'vitest';
import { text } from '../text.ts';
import { organisationsIn, partyInWords, withNamesOf } from './party-in-words.ts';

const [ONE, OTHER] = ['91430102MA4L8XK93A', '91310104MA1FR2CD85'];

it('XC-05.3 names organisations by their codes and persons by nothing', () => {
  expect(partyInWords(ONE)).toEqual(text(`统一社会信用代码 ${ONE}`, `credit code ${ONE}`));
  expect(partyInWords('person:demo-consumer')).toEqual(text('自然人', 'a natural person'));
});

it('XC-05.3 puts the names that are known before the codes of a sentence', () => {
  const [one, other] = [partyInWords(ONE), partyInWords(OTHER)];
  const sentence = text(`参加：${one.zh}、${other.zh}、${one.zh}`, `There: ${one.en}, ${other.en}, ${one.en}`);
  expect(organisationsIn(sentence)).toEqual([ONE, OTHER]);
  expect(withNamesOf(sentence, new Map([[ONE, text('星辰检测', 'Xingchen Testing')]]))).toEqual(
    text(
      `参加：星辰检测（${one.zh}）、${other.zh}、星辰检测（${one.zh}）`,
      `There: Xingchen Testing (${one.en}), ${other.en}, Xingchen Testing (${one.en})`,
    ),
  );
  const none = text('没有代码', 'No code');
  expect(withNamesOf(none, new Map())).toEqual(none);
});

import { expect, it } from 'vitest';
import { changed, entry, listed, parts, remarked, sentences } from './phrases.ts';
import { text } from './text.ts';

const a = text('甲', 'a');

it('XC-05.3 puts a sentence together with the marks of each language, and words of people as they are', () => {
  expect(entry(a, listed(['张三', a]))).toEqual(text('甲：张三、甲', 'a: 张三, a'));
  expect(parts(a, undefined, changed('1', '2'))).toEqual(text('甲；由 1 改为 2', 'a; from 1 to 2'));
  expect([remarked(a, undefined), remarked(a, 'b')]).toEqual([a, text('甲（b）', 'a (b)')]);
});

it('XC-05.3 writes one stop between two sentences, whether or not people ended theirs with one', () => {
  expect(sentences([a, '不符合。', 'Really. '])).toEqual(text('甲。不符合。Really', 'a. 不符合. Really'));
});

it('XC-05.3 writes one mark between two parts of a sentence, also where people ended the first with a stop', () => {
  expect(parts('已出具检测报告。', 'Done.')).toEqual(text('已出具检测报告；Done.', '已出具检测报告; Done.'));
  expect(listed(['甲。', '乙。'])).toEqual(text('甲、乙。', '甲, 乙。'));
});

import { expect, it } from 'vitest';
import { pinyinWords, typedPinyin } from './pinyin.ts';

const finds = (name: string, typed: string) => pinyinWords(name).includes(` ${typedPinyin(typed) ?? '?'}`);

it.each([
  ['上海启明技术有限公司', ['shanghai', 'shanghaiqiming', 'qiming', 'qimingjishu', 'sh', 'shqm', 'qmjs', 'yxgs']],
  ['重庆长安咨询', ['chongqing', 'changan', 'cq', 'cqca', 'zixun']],
  ['重阳健康', ['chongyang']],
  ['长沙银行服务部', ['changsha', 'yinhang', 'csyh']],
  ['成长伙伴', ['chengzhang', 'czhb']],
  ['乐清电器', ['yueqing', 'yq', 'dianqi']],
  ['快乐成长', ['kuaile', 'kl']],
  ['六安制茶', ['luan', 'la']],
  ['绿地集团', ['lvdi', 'lüdi', 'ld']],
  ['启明（上海）ＡＢ３科技', ['ab3keji', 'qimingshanghaiab3', 'shanghai']],
  ['Anjuan Services', ['anjuan', 'services']],
])('XC-06.3 %s is found by %j', (name, typed) => {
  expect(typed.filter((one) => !finds(name, one))).toEqual([]);
});

it.each([
  ['乐清电器', 'leqing'],
  ['重庆长安咨询', 'zhongqing'],
  ['长沙银行服务部', 'zhangsha'],
  // A syllable is not begun in its middle.
  ['上海启明', 'hanghai'],
  ['上海启明', 'hqx'],
])('XC-06.3 %s is not found by %s', (name, typed) => {
  expect(finds(name, typed)).toBe(false);
});

it.each([
  ['ｓｈａｎｇｈａｉ', 'shanghai'],
  ['Shang Hai', 'shanghai'],
  ['xi’an', 'xian'],
  ['s', null],
  ['12', null],
  ['上海', null],
  ['sh%', null],
  ['_h', null],
  ['', null],
])('%j is taken for %j', (typed, letters) => {
  expect(typedPinyin(typed)).toBe(letters);
});

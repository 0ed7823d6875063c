/** Names as people type them who have no Chinese keyboard at hand: by pinyin, in full or by initials. */
import { customPinyin, pinyin } from 'pinyin-pro';

/** Places whose names are read otherwise than their characters by themselves, and which the library does not know. Tones do not matter. */
const PLACES: Readonly<Record<string, string>> = {
  ...{ 乐清: 'yuè qīng', 乐亭: 'lào tíng', 乐陵: 'lào líng', 六安: 'lù ān', 六合: 'lù hé', 蚌埠: 'bèng bù' },
  ...{ 单县: 'shàn xiàn', 铅山: 'yán shān', 歙县: 'shè xiàn', 莘庄: 'xīn zhuāng', 莘县: 'shēn xiàn', 涡阳: 'guō yáng' },
  ...{ 洪洞: 'hóng tóng', 大埔: 'dà bù', 番禺: 'pān yú', 东莞: 'dōng guǎn', 尉犁: 'yù lí', 浚县: 'xùn xiàn' },
  ...{ 蔚县: 'yù xiàn', 井陉: 'jǐng xíng', 犍为: 'qián wéi', 荥阳: 'xíng yáng', 荥经: 'yíng jīng', 句容: 'jù róng' },
  ...{ 泌阳: 'bì yáng', 繁峙: 'fán shì', 甪直: 'lù zhí', 浒墅关: 'xǔ shù guān', 中牟: 'zhōng mù', 厦门: 'xià mén' },
};
customPinyin(PLACES);

/** Letters of a reading that are kept from the middle of a name on; more than that nobody types. */
const LETTERS = 40;
const INITIALS = 16;

const LATIN = /^(?=.*[a-z])[a-z0-9]{2,}$/;

/**
 * What a name is found by: behind a blank each, the reading from every syllable on, in full and by initials. For 上海启明 it is
 * ` shanghaiqiming haiqiming qiming ming shqm hqm qm m`; a query is looked for behind a blank, so that it begins with a syllable.
 */
export function pinyinWords(name: string): string {
  const syllables = pinyin(name.normalize('NFKC').toLowerCase(), {
    ...{ type: 'array', toneType: 'none', nonZh: 'consecutive', v: true },
  } as const)
    .flatMap((part) => part.split(/[^a-z0-9]+/))
    .filter((syllable) => syllable !== '');
  const from = (parts: readonly string[], most: number) =>
    parts.map((_, start) => parts.slice(start).join('').slice(0, most));
  const initials = syllables.map((syllable) => syllable.slice(0, 1));
  const words = new Set([...from(syllables, LETTERS), ...from(initials, INITIALS)]);
  return [...words].map((word) => ` ${word}`).join('');
}

/** What somebody typed, as a beginning of the words of a name: `Ｓｈａｎｇ hai` is `shanghai`; null if it is no pinyin. */
export function typedPinyin(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’-]/g, '');
  return LATIN.test(letters) ? letters.slice(0, LETTERS) : null;
}

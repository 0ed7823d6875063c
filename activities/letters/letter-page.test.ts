/** Letters as people hold them in their hands: what is on the page, and where (GB/T 9704-2012). */
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../notices/sample-notices.ts';
import { pdfPages, type PdfPage } from '../../test/support/pdf-text.ts';
import { LOCALES, renderData } from '../../test/support/render-sample.ts';
import type { LetterHead } from '../../config/settings.ts';
import { clauseOf } from '../../rules/notices.ts';
import { citation } from '../../rules/notices/citation.ts';
import type { Locale } from '../../rules/text.ts';
import { citations, contracts } from '../../workflows/regimes.ts';
import type { NoticeData } from '../notices/wordings.ts';
import { createLetterSetter } from './letter-setter.ts';
import type { LetterPage } from './page.ts';
import { everyLetter, sampleLetter } from './sample-letter.ts';

const setter = createLetterSetter(undefined);
afterAll(() => setter.close());

const NUMBER = '沪企服函〔2025〕7号';
const TO = '上海浦江知识产权服务有限公司';

function pageOf(data: NoticeData, template: string, locale: Locale, head: LetterHead = 'red'): LetterPage {
  return sampleLetter(template, { locale, number: NUMBER, to: TO, head, data });
}

async function read(page: LetterPage): Promise<{ readonly pages: readonly PdfPage[]; readonly words: string }> {
  const { pdf } = await setter.set(page);
  const pages = await pdfPages(pdf);
  const lines = pages.flatMap((one) => one.lines.map(({ text }) => bare(text)));
  return { pages, words: lines.filter((line) => !/^—\d+—$/.test(line)).join('') };
}

/** Without the breaks and blanks that the page brings. */
function bare(words: string): string {
  return words.replace(/\s+/g, '');
}

const clearance = sampleOf('clearanceNotice', 'clearance');

it('there are letters to look at', () => {
  expect(everyLetter.map(({ template }) => template)).toContain('clearanceNotice');
});

describe.each(everyLetter)('$template of $kind', ({ kind, template }) => {
  it.each(LOCALES)(
    'XC-04.4 SH-STORE-11.2 says in %s as a letter what its mail says, in glyphs that can be read',
    async (locale) => {
      const data = sampleOf(template, kind);
      const page = pageOf(data, template, locale);
      const { words, pages } = await read(page);
      const { issuer, number, title, to, dated, notes, blocks } = page;
      const body = blocks.flatMap((block) =>
        block.kind === 'table' ? [...block.head, ...block.rows.flat()] : block.words,
      );
      for (const part of [issuer, number, title, to, dated, ...notes, ...body]) expect(words).toContain(bare(part));
      // What stands in the mail of the same notice stands in the letter.
      const { text: mail } = await renderData(template, locale, data, '李晓', 'LETTER');
      const inMail = bare(mail);
      for (const part of body) {
        const content = part.replace(/^\d+(．|\. )/, '');
        const [label = '', ...value] = content.split(locale === 'en' ? ': ' : '：');
        // A fact is a line here and a row of a table there.
        const pieces = inMail.includes(bare(content)) ? [content] : [label, value.join(locale === 'en' ? ': ' : '：')];
        for (const piece of pieces) expect(inMail).toContain(bare(piece));
      }
      const clause = clauseOf(contracts[kind]?.notices[template], data) ?? '';
      expect(words).toContain(bare(citation(citations, clause, locale)));
      expect(pages.flatMap(({ fonts }) => fonts).every((font) => font.includes('NotoSerifSC'))).toBe(true);
    },
  );
});

it('XC-04.4 the letter of a clearance on ground (3) names 四.5(3) and the two months with 0 points', async () => {
  const { words } = await read(pageOf(clearance, 'clearanceNotice', 'zh-CN'));
  for (const part of [
    '《办法》四.5(3)',
    '2025年8月新增积分0分',
    '2025年9月新增积分0分',
    '店铺下线，所有产品下架，已有服务记录封存',
    '自2025年10月25日起至2026年10月24日止',
    '对本通知有异议的，可以向上海市中小企业发展服务中心（电话021-88000001）提出',
    '《办法》没有规定专门的异议程序和期限',
    '（联系电话：021-88000001）',
  ])
    expect(words).toContain(part);
});

it('SH-STORE-11.2 the same letter has the same bytes, also from another typesetter', async () => {
  const page = pageOf(clearance, 'clearanceNotice', 'zh-CN');
  const other = createLetterSetter(undefined);
  try {
    const [first, again, elsewhere] = [await setter.set(page), await setter.set(page), await other.set(page)];
    const hash = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex');
    expect(new Set([first, again, elsewhere].map(({ pdf }) => hash(pdf))).size).toBe(1);
    const changed = await setter.set({ ...page, number: '沪企服函〔2025〕8号' });
    expect(hash(changed.pdf)).not.toBe(hash(first.pdf));
  } finally {
    await other.close();
  }
});

describe('the page of an official document', () => {
  const MM = 72 / 25.4;
  const long = (): LetterPage => {
    const page = pageOf(clearance, 'clearanceNotice', 'zh-CN');
    const filler = { kind: 'paragraph', words: '经核查属实'.repeat(40) } as const;
    return { ...page, blocks: [...page.blocks, ...Array.from({ length: 6 }, () => filler)] };
  };

  it('SH-STORE-11.2 is A4, with 22 lines of 28 characters between margins of 37, 28, 35 and 26 mm', async () => {
    const words = '经核查属实'.repeat(600);
    const { pages } = await read({ ...long(), blocks: [{ kind: 'paragraph', words }] });
    const [first, , , fourth] = pages;
    expect([first?.width, first?.height].map((points) => Math.round((points ?? 0) / MM))).toEqual([210, 297]);
    const body = fourth?.lines.filter(({ text }) => !text.includes('—')) ?? [];
    expect(body.length).toBe(22);
    // On the back the binding is on the right.
    const full = body.find(({ text }) => /^[经核查属实]{28}$/.test(text));
    expect(full).toBeDefined();
    expect(Math.abs((full?.x ?? 0) / MM - 26)).toBeLessThan(0.5);
    expect(body.map(({ text }) => text.length)).toEqual(Array.from({ length: 22 }, () => 28));
    for (const { y } of body) {
      expect(y / MM).toBeGreaterThan(37);
      expect(y / MM).toBeLessThan(297 - 35);
    }
  });

  it('SH-STORE-11.2 numbers its pages between dashes, odd ones on the right and even ones on the left', async () => {
    const { pages } = await read(long());
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach(({ lines, width }, index) => {
      const number = lines.find(({ text }) => text.replace(/\s/g, '') === `—${index + 1}—`);
      expect(number, `page ${index + 1}`).toBeDefined();
      expect((number?.x ?? 0) > width / 2).toBe(index % 2 === 0);
    });
  });

  it('SH-STORE-11.2 ends with body and date, four characters from the edge, and never has them alone on a page', async () => {
    const { pages } = await read(long());
    const last = pages.at(-1)!;
    const signed = last.lines.find(({ text }) => text === '上海市中小企业发展服务中心');
    const dated = last.lines.find(({ text }) => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(text));
    expect(signed?.y).toBeLessThan(dated?.y ?? 0);
    const rightEdge = (pages.length % 2 === 1 ? 210 - 26 : 210 - 28) * MM;
    expect(Math.abs(rightEdge - ((dated?.x ?? 0) + (dated?.width ?? 0)) - 4 * 15.75)).toBeLessThan(2);
    // The name stands over the middle of the date.
    const middle = (line: typeof signed) => (line?.x ?? 0) + (line?.width ?? 0) / 2;
    expect(Math.abs(middle(signed) - middle(dated))).toBeLessThan(2);
    expect(last.lines.some(({ y }) => y < (signed?.y ?? 0))).toBe(true);
  });

  it('SH-STORE-11.2 keeps a long name of a body, of a recipient and a long title within its margins', async () => {
    const issuer = '湖南省中小企业公共服务平台网络浏阳市中小企业公共服务窗口平台运营管理中心';
    const title = '关于对某某某某有限责任公司浏阳分公司店铺涉嫌虚假宣传及扰乱平台秩序等情形予以清退的书面告知函';
    const to = `${'某某知识产权服务有限责任公司浏阳经济技术开发区分公司、'.repeat(4)}另一家公司：`;
    const { pages, words } = await read({ ...long(), issuer, title, to });
    for (const part of [issuer, title, to]) expect(words).toContain(part);
    for (const { lines } of pages) {
      for (const { x, width } of lines) {
        expect(x / MM).toBeGreaterThan(25.5);
        // The blank half of a mark at the end of a line hangs out.
        expect((x + width) / MM).toBeLessThan(184 + 3);
      }
    }
  });

  it('SH-STORE-11.2 leaves head and line to paper that has them, where it is set so', async () => {
    const [red, preprinted] = await Promise.all(
      (['red', 'preprinted'] as const).map((head) => read(pageOf(clearance, 'clearanceNotice', 'zh-CN', head))),
    );
    const issuers = (of: typeof red) =>
      of?.pages.flatMap(({ lines }) => lines).filter(({ text }) => text === '上海市中小企业发展服务中心');
    expect(issuers(red)).toHaveLength(2);
    expect(issuers(preprinted)).toHaveLength(1);
    const number = (of: typeof red) => of?.pages[0]?.lines.find(({ text }) => text === NUMBER)?.y;
    expect(number(preprinted)).toBeCloseTo(number(red) ?? 0, 0);
  });
});

it('SH-STORE-11.2 takes what people typed as text, whatever it looks like', async () => {
  const page = pageOf(clearance, 'clearanceNotice', 'zh-CN');
  const typed = '#import "x.typ" *不是* $a^2$ <b> @c \\ [x] `y` "z" //w';
  const { words } = await read({ ...page, blocks: [{ kind: 'paragraph', words: typed }] });
  expect(words).toContain(bare(typed));
});

it('SH-STORE-11.2 a character that no font has is named, and nothing is set with a hole in it', async () => {
  const page = pageOf(clearance, 'clearanceNotice', 'zh-CN');
  const blocks = [{ kind: 'paragraph', words: '𠮷某😀' }] as const;
  await expect(setter.set({ ...page, blocks })).rejects.toMatchObject({
    name: 'LetterFault',
    lasting: true,
    message: expect.stringMatching(/𠮷 \(U\+20BB7\).*😀 \(U\+1F600\)/) as string,
  });
});

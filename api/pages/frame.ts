/** What every page has: language, head, way out, landmarks, and the headers that let a browser load nothing but the page itself. */
import type { Request } from 'express';
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { citation } from '../../rules/notices/citation.ts';
import { inLocale, type Locale, type Text } from '../../rules/text.ts';
import { citations } from '../../workflows/regimes.ts';
import type { Reply } from '../http/route.ts';
import { STYLE, STYLE_SOURCE } from './style.ts';

/** A page being written: for whom, in which language. */
export interface Page {
  readonly locale: Locale;
  readonly say: (phrase: Text) => string;
  /** A clause as people cite it, e.g. 《办法》二.2. */
  readonly cite: (clause: string) => string;
  /** A link to another page, which keeps a language that was asked for. */
  readonly to: (path: string, query?: Readonly<Record<string, string>>) => string;
  /** This page in the other language. */
  readonly other: string;
}

export const HTML = 'text/html; charset=utf-8';

const HEADERS = {
  'Content-Type': HTML,
  'Content-Security-Policy': `default-src 'none';style-src ${STYLE_SOURCE};form-action 'none';frame-ancestors 'none';base-uri 'none'`,
};

/** Chinese, unless the address or the browser asks for English, in this order. */
export function pageFor(request: Request): Page {
  const { lang, cursor } = request.query;
  const asked = lang === 'en' ? 'en' : lang === 'zh-CN' ? 'zh-CN' : undefined;
  const wantsEnglish = /^en\b/i.test(request.headers['accept-language'] ?? '');
  const locale = asked ?? (wantsEnglish ? 'en' : 'zh-CN');
  const here = Object.entries({ cursor }).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    locale,
    say: (phrase) => inLocale(phrase, locale),
    cite: (clause) => citation(citations, clause, locale),
    to: (path, query = {}) => withQuery(path, { ...query, ...(asked && { lang: asked }) }),
    other: withQuery('', { ...Object.fromEntries(here), lang: locale === 'en' ? 'zh-CN' : 'en' }),
  };
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const [path = '', before] = address.split('?');
  const written = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(before)), ...query }).toString();
  return written === '' ? path : `${path}?${written}`;
}

/** A page as an answer. Whatever came from people is a text child, which React escapes. */
export function shown(page: Page, title: string, ...content: readonly ReactNode[]): Reply {
  const { locale } = page;
  const zh = locale === 'zh-CN';
  const html = h(
    'html',
    { lang: locale },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${title} · 案卷 Anjuan`),
      h('style', { dangerouslySetInnerHTML: { __html: STYLE } }),
    ),
    h(
      'body',
      null,
      h(
        'header',
        null,
        h('a', { href: page.to('/') }, '案卷 Anjuan'),
        h(
          'nav',
          { 'aria-label': zh ? '语言' : 'Language' },
          h('a', { href: page.other, lang: zh ? 'en' : 'zh-CN' }, zh ? 'English' : '中文'),
        ),
      ),
      h('main', null, h('h1', null, title), ...content),
      h('footer', null, zh ? '所有时间均为北京时间（UTC+8）。' : 'All times are Beijing time (UTC+8).'),
    ),
  );
  return { status: 200, raw: `<!doctype html>${renderToStaticMarkup(html)}`, headers: HEADERS };
}

/** A part of a page under a heading of its own. */
export function part(id: string, title: string, ...content: readonly ReactNode[]): ReactNode {
  return h('section', { key: id, 'aria-labelledby': id }, h('h2', { id }, title), ...content);
}

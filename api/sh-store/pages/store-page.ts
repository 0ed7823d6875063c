/** The public page of a store, and what is shown in its place once it is offline. */
import { createElement as h, type ReactNode } from 'react';
import { z } from 'zod';
import { disclaimer } from '../../../rules/sh-store/disclaimer.ts';
import { counted, text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import { idSchema } from '../../http/schemas.ts';
import { pageQuery } from '../../http/paging.ts';
import { route, type Reply } from '../../http/route.ts';
import { HTML, pageFor, part, shown, type Page } from '../../pages/frame.ts';
import { publicStore, storePage, type StorePage } from '../views/store-page.ts';

/** Everybody reads it, without an account (SH-STORE-08.4, 11.3). */
export const storePagePage = route({
  method: 'get',
  path: '/stores/{id}',
  ability: 'public',
  tag: 'pages',
  summary: text('店铺页', 'The page of a store'),
  requirement: 'SH-STORE-08.4, 11.3',
  params: z.strictObject({ id: idSchema }),
  query: z.object({ ...pageQuery, lang: z.string().optional() }),
  refuses: ['NOT_FOUND'],
  answers: {
    200: { description: 'The page', mediaType: HTML },
    404: { description: 'The store is offline', mediaType: HTML },
  },
  async handle({ context: { database }, params: { id }, query, now, request }) {
    const page = pageFor(request);
    const store = await publicStore(database, id);
    return store === null ? offlinePage(page) : openPage(page, await storePage(database, store, query, now));
  },
});

function openPage(page: Page, store: StorePage): Reply {
  const { name, decoration, introduction } = store;
  const zh = page.locale === 'zh-CN';
  return shown(
    page,
    name,
    decoration !== null && h('p', { key: 'headline', className: 'lead' }, decoration.headline),
    decoration !== null &&
      decoration.announcement !== '' &&
      part('announcement', zh ? '店铺公告' : 'Announcement', ...linesOf(decoration.announcement)),
    part('store', zh ? '店铺信息' : 'The store', h('dl', null, ...factsOf(page, store).flatMap(definition))),
    introduction !== null && part('introduction', zh ? '店铺介绍' : 'About the store', ...linesOf(introduction)),
    linksOf(page, store),
    productsOf(page, store),
    disclaimerOn(page),
  );
}

function factsOf(
  page: Page,
  { licence, since, onTrial, rating, listed }: StorePage,
): readonly (readonly [string, string])[] {
  const zh = page.locale === 'zh-CN';
  return [
    [zh ? '统一社会信用代码' : 'Unified social credit code', licence.creditCode],
    [zh ? '成立日期' : 'Established on', page.say(dayInWords(licence.establishedOn))],
    [zh ? '开业时间' : 'Open since', page.say(dayInWords(since))],
    [zh ? '状态' : 'Status', page.say(onTrial ? text('试运行', 'On trial') : text('正式运营', 'In regular operation'))],
    [zh ? '星钻冠评级' : 'Rating', page.say(rating.title)],
    [zh ? '积分' : 'Points', String(rating.points)],
    [zh ? '在售产品' : 'Products', String(listed)],
  ];
}

/** Addresses that the store names: each says where it leads, and neither the page nor its reader is made known there. */
function linksOf(page: Page, { decoration, website }: StorePage): ReactNode {
  const zh = page.locale === 'zh-CN';
  const links = [
    ...(website === null ? [] : [{ title: zh ? '企业网站' : 'Website', address: website }]),
    ...(decoration?.links ?? []),
  ];
  if (links.length === 0) return null;
  const note = zh
    ? '由店铺提供，指向平台以外的网站。'
    : 'Given by the store; they lead to sites outside this platform.';
  return part(
    'links',
    zh ? '相关链接' : 'Links',
    h(
      'ul',
      null,
      ...links.map(({ title, address }, key) =>
        h(
          'li',
          { key },
          h('a', { href: address, rel: 'external nofollow ugc noopener noreferrer' }, title),
          ' ',
          h('span', { className: 'muted' }, new URL(address).host),
        ),
      ),
    ),
    h('p', { className: 'muted' }, note),
  );
}

function productsOf(page: Page, { id, listed, elsewhere, products: { items, nextCursor } }: StorePage): ReactNode {
  const zh = page.locale === 'zh-CN';
  return part(
    'products',
    zh ? '在售产品' : 'Products',
    listed === 0 && h('p', null, zh ? '暂无产品。' : 'None yet.'),
    ...items.map((product) => productOn(page, product)),
    // The platform describes what it reviews itself.
    elsewhere > 0 &&
      h(
        'p',
        { className: 'elsewhere muted' },
        zh
          ? `${items.length > 0 ? '另有' : '共'} ${elsewhere} 个产品，详情见企业服务云平台。`
          : `${counted(elsewhere, items.length > 0 ? 'more product' : 'product')} described on the Enterprise Service Cloud.`,
      ),
    nextCursor !== null &&
      h('a', { href: page.to(`/stores/${id}`, { cursor: nextCursor }) }, zh ? '更多产品' : 'More products'),
  );
}

function productOn(page: Page, product: StorePage['products']['items'][number]): ReactNode {
  const { productId, name, category, description, claims } = product;
  return h(
    'article',
    { key: productId },
    h('h3', null, name),
    h('p', { className: 'muted' }, category),
    ...linesOf(description),
    claims.length > 0 &&
      h(
        'ul',
        null,
        ...claims.map(({ subject, statement }, key) =>
          h('li', { key }, page.locale === 'zh-CN' ? `${subject.zh}：${statement}` : `${subject.en}: ${statement}`),
        ),
      ),
  );
}

/** What somebody wrote, a paragraph a line. */
function linesOf(written: string): ReactNode[] {
  return written.split(/\s*\n\s*/).map((line, key) => h('p', { key }, line));
}

function offlinePage(page: Page): Reply {
  const zh = page.locale === 'zh-CN';
  const body = part(
    'offline',
    zh ? '该店铺已下线，不再提供产品和服务。' : 'This store is offline and offers no products or services any more.',
    h(
      'p',
      null,
      zh
        ? '已经下单的，评价和投诉渠道仍然开放；请查看平台发送给您的邮件，或者联系上海市中小企业发展服务中心。'
        : 'If you have placed an order, you can still evaluate it and complain; see the e-mail that the platform has sent you, or ask the Shanghai SME Development Service Centre.',
    ),
  );
  return { ...shown(page, zh ? '店铺已下线' : 'Store offline', body, disclaimerOn(page)), status: 404 };
}

function disclaimerOn(page: Page): ReactNode {
  return part('disclaimer', page.locale === 'zh-CN' ? '免责声明' : 'Disclaimer', h('p', null, page.say(disclaimer)));
}

function definition([term, value]: readonly [string, string]): ReactNode[] {
  return [h('dt', { key: `${term}:` }, term), h('dd', { key: term }, value)];
}

import { createElement as h } from 'react';
import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { accessOf } from '../abilities.ts';
import { route } from '../http/route.ts';
import { checked } from '../http/faults.ts';
import type { Page as ListPage } from '../http/paging.ts';
import { listCases } from '../routes/cases.ts';
import type { caseItemSchema } from '../views/case-view.ts';
import { firstSteps } from './first-steps.ts';
import { due, HTML, moment, pageFor, part, shown, table } from './frame.ts';

/**
 * The cases the reader may see, the latest first (XC-05.5): what GET /api/cases answers, as a table. Everybody who signs in gets here:
 * who sees no case yet is told what to do.
 */
export const caseListPage = route({
  method: 'get',
  path: '/',
  ability: 'account.self',
  tag: 'pages',
  summary: text('案件列表页', 'The page of the cases'),
  query: z.object({ cursor: z.string().optional() }),
  answers: { 200: { description: 'The page', mediaType: HTML } },
  async handle(call) {
    const query = checked(listCases.query ?? z.object({}), call.query);
    const access = accessOf('case.read', call.reader.person);
    const { items, nextCursor } = (await listCases.handle({ ...call, access, query })).body as ListPage<
      z.infer<typeof caseItemSchema>
    >;
    const page = pageFor(call.request, call.reader);
    const zh = page.locale === 'zh-CN';
    const heads = zh
      ? ['案件', '类别', '阶段', '最近期限', '立案时间']
      : ['Case', 'Kind', 'Stage', 'Next deadline', 'Opened'];
    const rows = items.map((item) => [
      h('a', { href: page.to(`/cases/${item.id}`) }, item.title),
      page.say(item.kindTitle),
      page.say(item.outcomeTitle ?? item.stageTitle),
      item.dueAt === null
        ? '—'
        : h(
            'span',
            item.overdue?.legalEffect ? { className: 'late' } : null,
            due(item.dueAt),
            item.overdue?.legalEffect && (zh ? ' 已逾期' : ' overdue'),
          ),
      moment(item.openedAt),
    ]);
    return shown(
      page,
      zh ? '案件' : 'Cases',
      part(
        'cases',
        zh ? '您可以查看的案件，最新在前' : 'Cases you may see, the latest first',
        rows.length > 0 ? table(heads, rows) : h('p', null, zh ? '暂无案件。' : 'There are none yet.'),
        nextCursor !== null &&
          h('a', { href: page.to('/', { cursor: nextCursor }) }, zh ? '更早的案件' : 'Earlier cases'),
      ),
      rows.length === 0 && firstSteps(call.context, page, call.reader),
    );
  },
});

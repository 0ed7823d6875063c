import { createElement as h, type ReactNode } from 'react';
import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { checked } from '../http/faults.ts';
import { route } from '../http/route.ts';
import { idSchema } from '../http/schemas.ts';
import { timelineOf, timelineQuery } from '../routes/timeline.ts';
import { caseView, type CaseSeen } from '../views/case-view.ts';
import { findCase } from '../views/read-case.ts';
import { deadlineParts } from './deadlines.ts';
import { due, HTML, moment, pageFor, part, shown, table, type Page } from './frame.ts';
import { timelinePart } from './timeline.ts';
import { capacityTitle } from '../views/role-titles.ts';

/** A case as the button of a mail promises it (XC-03.2): what GET /api/cases/{id} and its timeline answer this reader, as a page. */
export const casePage = route({
  method: 'get',
  path: '/cases/{id}',
  ability: 'case.read',
  tag: 'pages',
  summary: text('案件页', 'The page of a case'),
  requirement: 'XC-03.2, XC-05.3, XC-05.5',
  params: z.object({ id: idSchema }),
  query: z.object({ cursor: z.string().optional() }),
  answers: { 200: { description: 'The page', mediaType: HTML } },
  async handle(call) {
    const { context, reader, access, params, now } = call;
    const found = await findCase(context, params.id, access);
    const seen = await caseView(context, found, reader, access, now);
    const timeline = await timelineOf(call, found, checked(timelineQuery, call.query));
    const page = pageFor(call.request, reader);
    const title = `${page.say(seen.kindTitle)} · ${seen.title}`;
    return shown(
      page,
      title,
      standing(page, seen),
      openActions(page, seen),
      ...deadlineParts(page, seen),
      seen.tasks.length > 0 && openTasks(page, seen),
      seen.related.length > 0 && relatedCases(page, seen),
      timelinePart(page, seen.id, timeline, call.query.cursor !== undefined),
    );
  },
});

function standing(page: Page, seen: CaseSeen): ReactNode {
  const zh = page.locale === 'zh-CN';
  const rows: [string, ReactNode][] = [
    [zh ? '阶段' : 'Stage', h('strong', null, page.say(seen.stageTitle))],
    ...(seen.outcomeTitle === null ? [] : [[zh ? '结果' : 'Outcome', page.say(seen.outcomeTitle)] as [string, string]]),
    [zh ? '统一社会信用代码' : 'Credit code', seen.subject],
    [zh ? '立案' : 'Opened', moment(seen.openedAt)],
    ...(seen.closedAt === null ? [] : [[zh ? '结案' : 'Closed', moment(seen.closedAt)] as [string, ReactNode]]),
    [zh ? '案号' : 'Case number', seen.number],
  ];
  return part(
    'standing',
    zh ? '目前状态' : 'Where it stands',
    h(
      'dl',
      null,
      ...rows.flatMap(([name, value]) => [h('dt', { key: name }, name), h('dd', { key: `${name}=` }, value)]),
    ),
  );
}

/** What this reader may do now; this release has no forms for it, and says so. */
function openActions(page: Page, { id, actions }: CaseSeen): ReactNode {
  const zh = page.locale === 'zh-CN';
  if (actions.length === 0) {
    return part(
      'actions',
      zh ? '您现在可以办理' : 'What you may do now',
      h('p', null, zh ? '目前没有您可以办理的事项。' : 'There is nothing for you to do at present.'),
    );
  }
  return part(
    'actions',
    zh ? '您现在可以办理' : 'What you may do now',
    h(
      'p',
      { className: 'muted' },
      zh
        ? '本版页面只供查阅，办理暂时通过接口：'
        : 'These pages are for reading; for now things are done through the API: ',
      h('code', null, `POST /api/cases/${id}/actions/…`),
    ),
    table(
      zh ? ['事项', '能否办理', '依据', '接口名'] : ['Action', 'Ready', 'Clause', 'Name in the API'],
      actions.map(({ name, title, clause, blockedBy }) => [
        page.say(title),
        blockedBy.length === 0
          ? zh
            ? '可以办理'
            : 'yes'
          : h('ul', null, ...blockedBy.map(({ message }, at) => h('li', { key: at }, page.say(message)))),
        page.cite(clause),
        h('code', null, name),
      ]),
    ),
  );
}

function openTasks(page: Page, { tasks }: CaseSeen): ReactNode {
  const zh = page.locale === 'zh-CN';
  const holder = (assignee: CaseSeen['tasks'][number]['assignee']) => {
    if (assignee === null) return zh ? '待领取' : 'nobody yet';
    if (assignee.id === page.reader?.person.id) return zh ? '您' : 'you';
    return assignee.name ?? (zh ? '同事' : 'a colleague');
  };
  return part(
    'tasks',
    zh ? '待办' : 'Open tasks',
    table(
      zh ? ['待办', '角色', '由谁办理', '期限'] : ['Task', 'Role', 'Held by', 'Due'],
      tasks.map(({ title, role, assignee, dueAt }) => [
        page.say(title),
        page.say(capacityTitle(undefined, role)),
        holder(assignee),
        dueAt === null ? '—' : due(dueAt),
      ]),
    ),
  );
}

function relatedCases(page: Page, { related }: CaseSeen): ReactNode {
  return part(
    'related',
    page.locale === 'zh-CN' ? '相关案件' : 'Related cases',
    h(
      'ul',
      null,
      ...related.map(({ id, kindTitle, stageTitle }) =>
        h(
          'li',
          { key: id },
          h('a', { href: page.to(`/cases/${id}`) }, page.say(kindTitle)),
          ` · ${page.say(stageTitle)}`,
        ),
      ),
    ),
  );
}

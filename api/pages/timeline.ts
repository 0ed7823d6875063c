import { createElement as h, type ReactNode } from 'react';
import type { z } from 'zod';
import type { timelineSchema } from '../routes/timeline.ts';
import { due, moment, part, table, type Page } from './frame.ts';
import { NOTICE_STATES } from './words.ts';

type Timeline = z.infer<typeof timelineSchema>;
type Line = Timeline['items'][number];

/** What happened, in order, and what lies ahead (XC-05.3). */
export function timelinePart(page: Page, caseId: string, timeline: Timeline, isLater: boolean): ReactNode {
  const zh = page.locale === 'zh-CN';
  const { items, nextCursor, ahead } = timeline;
  const here = `/cases/${caseId}`;
  return part(
    'timeline',
    zh ? '时间线' : 'Timeline',
    isLater && h('p', null, h('a', { href: page.to(here) }, zh ? '从头看' : 'From the beginning')),
    h('ol', { className: 'timeline' }, ...items.map((line) => past(page, line))),
    nextCursor !== null &&
      h(
        'p',
        null,
        h('a', { href: `${page.to(here, { cursor: nextCursor })}#timeline` }, zh ? '后面的记录' : 'Later lines'),
      ),
    ahead.length > 0 && h('h3', null, zh ? '接下来' : 'What lies ahead'),
    ahead.length > 0 &&
      table(
        zh ? ['时间', '事项', '届时', '依据'] : ['When', 'What', 'What happens then', 'Clause'],
        ahead.map(({ at, kind, title, does, clause }) => [
          kind === 'DEADLINE' ? due(at) : moment(at),
          `${kind === 'REMINDER' ? (zh ? '提醒：' : 'Reminder: ') : zh ? '期限：' : 'Deadline: '}${page.say(title)}`,
          page.say(does),
          page.cite(clause),
        ]),
      ),
  );
}

function past(page: Page, line: Line): ReactNode {
  const cited = line.clause !== null && line.clause !== '—' ? ` · ${page.cite(line.clause)}` : '';
  return h(
    'li',
    { key: line.seq },
    moment(line.at),
    h(
      'div',
      null,
      page.say(line.title),
      h('small', null, ` ${actorOf(page, line)}${cited}`),
      line.notices.length === 0 && line.noticeStates.length > 0 && h('small', null, ` · ${statesInWords(page, line)}`),
      line.notices.length > 0 && h('ul', null, ...line.notices.map((notice) => noticeOf(page, notice))),
    ),
  );
}

/** As the API shows who acted: staff read names, others the role. */
function actorOf({ reader, say }: Page, { actor: { kind, id, title, name } }: Line): string {
  if (kind === 'system') return say(title);
  return name ?? (id === reader?.person.id ? reader.email : say(title));
}

/** How the notices of others fare; their recipients are not this reader's to know. */
function statesInWords({ say }: Page, { noticeStates }: Line): string {
  return noticeStates.map(({ status, count }) => `✉ ${say(NOTICE_STATES[status])} ${count}`).join(' · ');
}

function noticeOf(
  page: Page,
  { id, subject, template, address, status, sentAt, error }: Line['notices'][number],
): ReactNode {
  return h(
    'li',
    { key: id },
    `✉ ${subject ?? template} → ${address} `,
    h(
      'strong',
      status === 'FAILED' || status === 'RETURNED' ? { className: 'late' } : null,
      page.say(NOTICE_STATES[status]),
    ),
    sentAt !== null && h('small', null, ' ', moment(sentAt)),
    error !== null && h('small', null, ` ${error}`),
  );
}

import { createElement as h, type ReactNode } from 'react';
import { dayInWords } from '../../rules/time/index.ts';
import type { CaseSeen } from '../views/case-view.ts';
import { part, table, type Page } from './frame.ts';
import { DEADLINE_STATES, leftInWords } from './words.ts';

type DeadlineSeen = CaseSeen['deadlines'][number];

/** The deadlines that run, each with its day-by-day explanation, and those that have ended. */
export function deadlineParts(page: Page, { deadlines, endedDeadlines }: CaseSeen): ReactNode[] {
  const zh = page.locale === 'zh-CN';
  return [
    deadlines.length > 0 &&
      part('deadlines', zh ? '期限' : 'Deadlines', ...deadlines.map((deadline) => running(page, deadline))),
    endedDeadlines.length > 0 &&
      part(
        'ended',
        zh ? '已结束的期限' : 'Deadlines that have ended',
        table(
          zh ? ['期限', '时间', '状态', '依据'] : ['Deadline', 'Due', 'State', 'Clause'],
          endedDeadlines.map(({ title, words, status, clause }) => [
            page.say(title),
            page.say(words),
            page.say(DEADLINE_STATES[status]),
            page.cite(clause),
          ]),
        ),
      ),
  ];
}

function running(page: Page, deadline: DeadlineSeen): ReactNode {
  const { name, entry, title, words, period, status, overdue, consequence, clause } = deadline;
  const zh = page.locale === 'zh-CN';
  const left = leftInWords(deadline);
  const state = page.say(left ?? DEADLINE_STATES[status]);
  const named = (label: string, value: string) => h('p', null, h('span', { className: 'muted' }, label), value);
  return h(
    'article',
    { key: `${name}.${entry}`, className: 'deadline' },
    h('h3', null, page.say(title)),
    h('p', { className: 'due' }, page.say(words)),
    h('p', overdue ? { className: 'late' } : null, state.slice(0, 1).toUpperCase() + state.slice(1)),
    named(zh ? '届满后果：' : 'When it passes: ', page.say(consequence)),
    // The period of an appointment is its date, which has been said.
    !words.zh.startsWith(period.zh) && named(zh ? '期间：' : 'Period: ', page.say(period)),
    named(zh ? '依据：' : 'Clause: ', page.cite(clause)),
    explanation(page, deadline),
  );
}

function explanation(page: Page, { explanation: days }: DeadlineSeen): ReactNode {
  const zh = page.locale === 'zh-CN';
  const counted = (ordinal: number | null) => {
    if (ordinal === null) return zh ? '计入' : 'counted';
    return zh ? `第 ${ordinal} 日` : `day ${ordinal}`;
  };
  return h(
    'details',
    null,
    h('summary', null, zh ? '逐日说明' : 'Counted day by day'),
    table(
      zh ? ['日期', '是否计入', '原因'] : ['Day', 'Counted', 'Why'],
      days.map((day) => [
        page.say(dayInWords(day.day)),
        day.counted ? counted(day.ordinal) : zh ? '不计入' : 'not counted',
        page.say(day.why),
      ]),
      false,
    ),
  );
}

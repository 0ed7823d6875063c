import { createElement as h } from 'react';
import type { Request } from 'express';
import { text, type Text } from '../../rules/text.ts';
import { asDocument, type ShowProblem } from '../http/failures.ts';
import { send } from '../http/mount.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply } from '../http/route.ts';
import { pageFor, part, shown } from './frame.ts';

/** What a person can do about it, by status. */
const WAY_OUT: Readonly<Record<number, Text>> = {
  404: text('请核对链接是否完整。', 'Check that the link is complete.'),
  422: text('请核对链接是否完整。', 'Check that the link is complete.'),
  429: text('请稍候再试。', 'Wait a little and try again.'),
};

/** Shows a failure as a page to a person and as a document to a program. */
export const showFailure: ShowProblem = (problem, request, response, reader) => {
  if (wantsPage(request)) send(response, failurePage(problem, request));
  else asDocument(problem, request, response, reader);
};

/** True for a request by a program that prefers pages, of an address that is not the API's. */
function wantsPage(request: Request): boolean {
  return !/^\/(api|health|metrics)\b/.test(request.path) && request.accepts(['json', 'html']) === 'html';
}

/** A failure as a person is shown it: what is wrong and what to do. */
function failurePage(problem: Problem, request: Request): Reply {
  const page = pageFor(request);
  const faults = (problem.errors ?? []).map(({ field, message }) => `${field}: ${page.say(message)}`);
  const wayOut =
    WAY_OUT[problem.status] ??
    text(
      '请稍后重试；如果仍然不行，请联系管理员并告知下面的编号。',
      'Try again later; if it does not help, tell an administrator the number below.',
    );
  return {
    ...shown(
      page,
      page.say(problem.status === 404 ? text('没有找到', 'Not found') : text('暂时无法显示', 'This cannot be shown')),
      part(
        'failure',
        [page.say(problem.message), ...faults].join(' '),
        h('p', null, page.say(wayOut)),
        h('p', { className: 'muted' }, `${problem.status} ${problem.code} · ${problem.instance}`),
      ),
    ),
    status: problem.status,
  };
}

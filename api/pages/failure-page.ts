import { createElement as h } from 'react';
import type { Request } from 'express';
import type { Settings } from '../../config/settings.ts';
import { text, type Text } from '../../rules/text.ts';
import { asDocument, type ShowProblem } from '../http/failures.ts';
import { send } from '../http/mount.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply } from '../http/route.ts';
import type { Reader } from '../reader.ts';
import { pageFor, part, sentTo, shown } from './frame.ts';
import { passwordForm } from './password.ts';
import { safeNext, signInForm } from './sign-in.ts';

/** What a person can do about it, by status. */
const WAY_OUT: Readonly<Record<number, Text>> = {
  403: text(
    '如果您有其他账户，请退出后用收到邮件的账户登录；如果确需查看，请联系办理机构。',
    'If you have another account, sign out and sign in with the one the mail was sent to; if you need access, ask the body that handles the case.',
  ),
  404: text(
    '请核对链接是否完整；如果链接来自邮件，请退出后用收到邮件的账户登录。',
    'Check that the link is complete; if it came in a mail, sign out and sign in with the account the mail was sent to.',
  ),
  422: text(
    '请核对链接是否完整，或从案件列表重新打开。',
    'Check that the link is complete, or open it from the list of cases.',
  ),
  429: text('请稍候再试。', 'Wait a little and try again.'),
};

/** Shows a failure as a page to a person and as a document to a program. */
export function showFailure({ mode }: Settings): ShowProblem {
  return (problem, request, response, reader) => {
    if (wantsPage(request)) send(response, failurePage(problem, request, reader, mode === 'training'));
    else asDocument(problem, request, response, reader);
  };
}

/** True for a request of a person with a browser: of a page, or of an address that is nothing, by a program that prefers pages. */
function wantsPage(request: Request): boolean {
  if (/^\/(api|health|metrics)\b/.test(request.path)) return false;
  return (
    /^\/(cases\/.*|stores\/.*|sign-in|sign-out|password)?$/.test(request.path) ||
    request.accepts(['json', 'html']) === 'html'
  );
}

/** A failure as a person is shown it: the form to sign in where that is what is missing, otherwise what is wrong and what to do. */
function failurePage(problem: Problem, request: Request, reader: Reader | null, training: boolean): Reply {
  const page = pageFor(request, reader);
  const faults = (problem.errors ?? []).map(({ field, message }) => `${field}: ${page.say(message)}`);
  const error = [page.say(problem.message), ...faults].join(' ');
  if (request.path === '/sign-in') {
    return {
      ...signInForm(page, training, { ...(request.body as object | undefined), error }),
      status: problem.status,
    };
  }
  if (problem.code === 'PASSWORD_CHANGE_REQUIRED') return sentTo(page.to('/password'));
  if (request.path === '/password' && reader !== null)
    return { ...passwordForm(page, { error }), status: problem.status };
  if (problem.status === 401) {
    const next = request.method === 'POST' ? '/' : safeNext(request.originalUrl);
    return sentTo(page.to('/sign-in', next === '/' ? {} : { next }));
  }
  const zh = page.locale === 'zh-CN';
  const wayOut =
    WAY_OUT[problem.status] ??
    text(
      '请稍后重试；如果仍然不行，请联系管理员并告知下面的编号。',
      'Try again later; if it does not help, tell an administrator the number below.',
    );
  return {
    ...shown(
      page,
      page.say(
        problem.status === 403
          ? text('不能查看', 'Not for this account')
          : problem.status === 404
            ? text('没有找到', 'Not found')
            : text('暂时无法显示', 'This cannot be shown'),
      ),
      part(
        'failure',
        error,
        h('p', null, page.say(wayOut)),
        request.path !== '/' && h('p', null, h('a', { href: page.to('/') }, zh ? '查看我的案件' : 'See my cases')),
        h('p', { className: 'muted' }, `${problem.status} ${problem.code} · ${problem.instance}`),
      ),
    ),
    status: problem.status,
  };
}

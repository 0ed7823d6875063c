/** What somebody who sees no case yet can do: signing in leads to a page that helps, whoever signs in. */
import { createElement as h, type ReactNode } from 'react';
import { MEMBER_ROLES } from '../../rules/roles.ts';
import { intakes } from '../../workflows/beside.ts';
import type { ApiContext } from '../context.ts';
import { filedKind } from '../intake/file-case.ts';
import type { Reader } from '../reader.ts';
import { part, table, type Page } from './frame.ts';

/** In place of an empty list: what is missing, or what can be filed. */
export function firstSteps(context: ApiContext, page: Page, { person, email }: Reader): ReactNode {
  const zh = page.locale === 'zh-CN';
  if (person.offices.length === 0) {
    return part(
      'first-steps',
      zh ? '您的账户尚未开通权限' : 'Your account has no rights yet',
      h(
        'p',
        null,
        zh
          ? `您已登录，但账户还没有职务，也没有所代表的单位或个人，因此没有可以查看的案件。请联系平台管理员开通，并告知您的登录邮箱 ${email}。`
          : `You are signed in, but the account holds no office and acts for nobody, so there are no cases to show. Ask an administrator of the platform to give it what you need, and name your address ${email}.`,
      ),
    );
  }
  const kinds = fileable(
    context,
    person.offices.map(({ role }) => role),
  );
  if (kinds.length === 0) return null;
  const isMember = person.offices.some(({ role }) => MEMBER_ROLES.includes(role));
  return part(
    'first-steps',
    zh ? '您可以提交' : 'What you can file',
    isMember &&
      h(
        'p',
        null,
        zh
          ? '提交后，案件会出现在本页；办理进展和期限会发送到您的登录邮箱。'
          : 'Once you have filed something it is shown here, and what becomes of it is mailed to your address.',
      ),
    h(
      'p',
      { className: 'muted' },
      zh
        ? '本版页面只供查阅，提交暂时通过接口；表单见 '
        : 'These pages are for reading; for now things are filed through the API. Their forms are at ',
      h('code', null, 'GET /api/intakes'),
    ),
    table(
      zh ? ['事项', '接口'] : ['What', 'In the API'],
      kinds.map(({ kind, title }) => [page.say(title), h('code', null, `POST /api/cases/${kind}`)]),
    ),
  );
}

function fileable(context: ApiContext, roles: readonly string[]) {
  return Object.keys(intakes)
    .map((kind) => filedKind(context, kind))
    .filter(({ by }) => by.some((role) => roles.includes(role)))
    .map(({ contract: { kind, title } }) => ({ kind, title }));
}

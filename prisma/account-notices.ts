/** Tells the owner of an account by mail what somebody else has changed of it: a row of the outbox in the transaction of the change. */
import { randomUUID } from 'node:crypto';
import {
  EMAIL_CHANGED,
  emailChangedSpec,
  maskedAddress,
  PASSWORD_SET,
  passwordSetSpec,
} from '../rules/notices/account-changed.ts';
import { COVER_ENDED, COVER_NAMED, coverEndedSpec, coverNamedSpec } from '../rules/notices/cover.ts';
import { rowWithoutCase, type MailWithoutCase } from '../rules/notices/without-case.ts';
import type { Instant } from '../rules/time/index.ts';
import { NOTICES_CHANNEL } from './channels.ts';
import type { Transaction } from './client.ts';
import type { Cover, User } from './generated/client.ts';

/** Whose account it is, as it was before the change. */
type Owner = Pick<User, 'id' | 'name' | 'email' | 'locale'>;

/** Who changed it, and when. */
export interface Changer {
  readonly name: string;
  readonly at: Instant;
}

/** An administrator has set another password. */
export async function tellPasswordSet(
  tx: Transaction,
  owner: Owner,
  mustChange: boolean,
  { name: by, at }: Changer,
): Promise<void> {
  const { id, name, email } = owner;
  const data = { by, account: email, mustChange };
  await plan(tx, {
    ...{ template: PASSWORD_SET, spec: passwordSetSpec, recipientId: id, name, email, data, plannedAt: at },
    locale: localeOf(owner),
  });
}

/** An administrator has given the account another address: the old one is told, which the account reads no more. */
export async function tellOldAddress(
  tx: Transaction,
  owner: Owner,
  newEmail: string,
  { name: by, at }: Changer,
): Promise<void> {
  const { name, email } = owner;
  const data = { by, from: email, to: maskedAddress(newEmail) };
  await plan(tx, {
    ...{ template: EMAIL_CHANGED, spec: emailChangedSpec, recipientId: null, name, email, data, plannedAt: at },
    locale: localeOf(owner),
  });
}

/** Who is away and who acts in their place are told of it, or that it has ended. */
export async function tellCover(
  tx: Transaction,
  what: 'NAMED' | 'ENDED',
  { absent, cover }: { readonly absent: Owner; readonly cover: Owner },
  { firstDay, lastDay, rule }: Pick<Cover, 'firstDay' | 'lastDay' | 'rule'>,
  { name: by, at }: Changer,
): Promise<void> {
  const [template, spec] =
    what === 'NAMED' ? ([COVER_NAMED, coverNamedSpec] as const) : ([COVER_ENDED, coverEndedSpec] as const);
  const data = { absent: absent.name, cover: cover.name, by, firstDay, lastDay, rule };
  for (const to of [absent, cover]) {
    const { id: recipientId, name, email } = to;
    await plan(tx, { ...{ template, spec, recipientId, name, email, data, plannedAt: at }, locale: localeOf(to) });
  }
}

async function plan(tx: Transaction, mail: Omit<MailWithoutCase, 'id'>): Promise<void> {
  await tx.notice.create({ data: rowWithoutCase({ id: `ntc-${randomUUID()}`, ...mail }), select: { id: true } });
  await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
}

function localeOf({ locale }: Owner): MailWithoutCase['locale'] {
  return locale === 'en' ? 'en' : 'zh-CN';
}

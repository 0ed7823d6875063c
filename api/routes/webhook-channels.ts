import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { askResendToChannel } from '../../prisma/ask-resend.ts';
import { recipientOfChannel, tellChannelTest } from '../../prisma/channel-notices.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { differing } from '../../prisma/audit.ts';
import type { WebhookChannel } from '../../prisma/generated/client.ts';
import { NOTICE_STATUSES } from '../../rules/notices.ts';
import {
  WEBHOOK_FORMATS,
  webhookAddressFault,
  type TrustedHosts,
  type WebhookFormat,
} from '../../rules/notices/webhook.ts';
import { refuse } from '../../rules/refusal.ts';
import { STAFF_ROLES, type Role } from '../../rules/roles.ts';
import { text, type Locale } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { choice, some } from '../../workflows/engine/choice.ts';
import { bodyOf } from '../bodies.ts';
import { InvalidInput, type FieldFault } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { idSchema, instantSchema, line, nameLine } from '../http/schemas.ts';
import { locales } from '../../rules/locales.ts';
import { ROLE_TITLES } from '../../rules/role-titles.ts';

const format = choice(WEBHOOK_FORMATS);
const role = choice(some(ROLE_TITLES, ...STAFF_ROLES));
const address = line(1_000).meta({
  description:
    'https, with the key of the robot; a secret: the API shows its host and its last four characters and nothing else',
  format: 'uri',
  example: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-0000-0000-000000000000',
});
const signingSecret = line(200).meta({ description: 'Of a DingTalk robot that wants its messages signed; a secret' });
const roles = z
  .array(role)
  .min(1)
  .max(STAFF_ROLES.length)
  .meta({ description: 'Whose notices go there: those for holders of these roles at the body' });

const channelSchema = z
  .object({
    id: z.string(),
    bodyId: z.string(),
    name: z.string(),
    format: z.enum(Object.keys(WEBHOOK_FORMATS) as WebhookFormat[]),
    host: z.string(),
    tail: z.string().meta({ description: 'The last four characters of the address' }),
    roles: z.array(z.enum(STAFF_ROLES)),
    locale: z.enum(['zh-CN', 'en']),
    active: z.boolean(),
    updatedAt: instantSchema,
    last: z
      .object({
        noticeId: z.string(),
        status: z.enum(NOTICE_STATUSES),
        plannedAt: instantSchema,
        attempts: z.int(),
        answer: z.string().nullable().meta({ description: 'What came back, or went wrong' }),
      })
      .nullable()
      .meta({ description: 'The last notice or test that was to go there' }),
    failed: z.int().meta({ description: 'Notices that it did not take' }),
  })
  .meta({ id: 'WebhookChannel' });

/** What of a channel the API can read. */
const SHOWN = {
  ...{ id: true, bodyId: true, name: true, format: true, host: true, tail: true, roles: true, locale: true },
  ...{ active: true, updatedAt: true },
} as const;

/** The channels of all bodies. */
export const listChannels = route({
  method: 'get',
  path: '/api/webhook-channels',
  ability: 'channel.manage',
  tag: 'notices',
  summary: text('通知渠道（群机器人、接口）', 'Channels of notices beside mail'),
  requirement: 'XC-04',
  answers: { 200: { description: 'All of them, by name', schema: z.object({ items: z.array(channelSchema) }) } },
  async handle({ context: { database } }) {
    const rows = await database.webhookChannel.findMany({
      select: SHOWN,
      orderBy: [{ bodyId: 'asc' }, { name: 'asc' }],
    });
    return { status: 200, body: { items: await Promise.all(rows.map((row) => shown(database, row))) } };
  },
});

/** Sets a channel of a body. */
export const createChannel = route({
  method: 'post',
  path: '/api/webhook-channels',
  ability: 'channel.manage',
  trail: { in: 'audit', writes: ['WEBHOOK_CHANNEL_SET'] },
  tag: 'notices',
  summary: text('设置通知渠道', 'Set a channel'),
  requirement: 'XC-04',
  body: z.strictObject({
    bodyId: line(60).meta({ description: 'A body that a regime declares' }),
    name: nameLine(60),
    format,
    address,
    signingSecret: signingSecret.optional(),
    roles,
    locale: choice(locales).default('zh-CN'),
    active: z.boolean().default(true),
  }),
  example: {
    ...{ bodyId: 'sh-centre', name: '初审群', format: 'WECOM', roles: ['reviewer'] },
    address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-0000-0000-000000000000',
  },
  answers: { 201: { description: 'The channel', schema: channelSchema } },
  async handle({ context: { database, settings }, body, now, once, audit }) {
    requireFit(settings.trustedHosts, body);
    if (bodyOf(body.bodyId) === undefined)
      throw new InvalidInput([{ field: 'bodyId', message: text('没有这个机构。', 'There is no such body.') }]);
    const at = new Date(now);
    return database.$transaction(async (tx) => {
      const row = await tx.webhookChannel.create({
        data: { ...body, ...partsOf(body.address), id: `chn-${randomUUID()}`, createdAt: at, updatedAt: at },
        select: SHOWN,
      });
      await audit(tx, {
        action: 'WEBHOOK_CHANNEL_SET',
        object: { kind: 'webhookChannel', id: row.id },
        after: audited(row),
      });
      const reply = { status: 201, body: await shown(tx, row) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** Changes a channel; with another address, or in use again, it is sent what it did not take of late, if that is still true. */
export const changeChannel = route({
  method: 'patch',
  path: '/api/webhook-channels/{id}',
  ability: 'channel.manage',
  trail: { in: 'audit', writes: ['WEBHOOK_CHANNEL_SET'] },
  tag: 'notices',
  summary: text('修改通知渠道', 'Change a channel'),
  requirement: 'XC-04',
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({
    name: nameLine(60).optional(),
    format: format.optional(),
    address: address.optional(),
    signingSecret: signingSecret.optional(),
    roles: roles.optional(),
    locale: choice(locales).optional(),
    active: z.boolean().optional(),
  }),
  answers: { 200: { description: 'The channel', schema: channelSchema } },
  async handle({ context: { database, settings }, params: { id }, body, now, audit }) {
    const given = Object.fromEntries(
      Object.entries(body).filter(([, value]: [string, unknown]) => value !== undefined),
    );
    return database.$transaction(async (tx) => {
      const before = await tx.webhookChannel.findUnique({ where: { id }, select: SHOWN });
      if (before === null) return refuseUnknown();
      requireFit(settings.trustedHosts, { ...body, format: body.format ?? (before.format as WebhookFormat) });
      const row = await tx.webhookChannel.update({
        where: { id },
        data: { ...given, ...(body.address !== undefined && partsOf(body.address)), updatedAt: new Date(now) },
        select: SHOWN,
      });
      if (isReachedAnew(before, body)) await askResendToChannel(tx, id, now);
      const told = {
        ...differing(audited(before), audited(row)),
        ...(body.signingSecret !== undefined && { signingSecretSet: true }),
      };
      await audit(tx, { action: 'WEBHOOK_CHANNEL_SET', object: { kind: 'webhookChannel', id }, ...told });
      return { status: 200, body: await shown(tx, row) };
    });
  },
});

/** Sends a channel a test, by the way that notices go; what came of it is read in the list. */
export const testChannel = route({
  method: 'post',
  path: '/api/webhook-channels/{id}/test',
  ability: 'channel.manage',
  trail: {
    in: 'nowhere',
    because: 'the test is a row of the outbox with what came of it, and says nothing of anybody',
  },
  tag: 'notices',
  summary: text('向通知渠道发送测试消息', 'Send a channel a test'),
  requirement: 'XC-04',
  params: z.strictObject({ id: idSchema }),
  answers: { 202: { description: 'It is planned', schema: z.object({ noticeId: z.string() }) } },
  async handle({ context: { database }, params: { id }, now, once }) {
    return database.$transaction(async (tx) => {
      const row = await tx.webhookChannel.findUnique({ where: { id }, select: SHOWN });
      if (row === null) return refuseUnknown();
      const reply = { status: 202, body: { noticeId: await tellChannelTest(tx, row, now) } };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** Whether what it did not take may get there by now; nothing does while it is out of use. */
function isReachedAnew(
  before: { readonly active: boolean },
  {
    active,
    ...given
  }: { readonly [Part in 'address' | 'signingSecret' | 'format']?: string | undefined } & {
    readonly active?: boolean | undefined;
  },
): boolean {
  if (!(active ?? before.active)) return false;
  return !before.active || [given.address, given.signingSecret, given.format].some((part) => part !== undefined);
}

function refuseUnknown(): never {
  return refuse('NOT_FOUND', '没有这个通知渠道。', 'There is no such channel.');
}

type Row = Pick<WebhookChannel, keyof typeof SHOWN>;

async function shown(database: Database | Transaction, row: Row): Promise<z.infer<typeof channelSchema>> {
  const to = { channel: 'WEBHOOK', recipientId: recipientOfChannel(row.id) };
  const [last, failed] = [
    await database.notice.findFirst({
      where: to,
      orderBy: [{ plannedAt: 'desc' }, { ordinal: 'desc' }],
      select: { id: true, status: true, plannedAt: true, attempts: true, response: true, lastError: true },
    }),
    await database.notice.count({ where: { ...to, status: 'FAILED' } }),
  ];
  return {
    ...row,
    format: row.format as WebhookFormat,
    roles: row.roles as Role[],
    locale: row.locale as Locale,
    updatedAt: instantOf(row.updatedAt.getTime()),
    failed,
    last: last && {
      noticeId: last.id,
      status: last.status as 'SENT',
      plannedAt: instantOf(last.plannedAt.getTime()),
      attempts: last.attempts,
      answer: last.response ?? last.lastError,
    },
  };
}

/** What the audit log tells of a channel: neither its address nor its secret. */
function audited({ bodyId, name, format: of, host, tail, roles: told, locale, active }: Row) {
  return { bodyId, name, format: of, host, tail, roles: told, locale, active };
}

function partsOf(whole: string): { host: string; tail: string } {
  return { host: new URL(whole).host, tail: whole.slice(-4) };
}

/** @throws InvalidInput naming each field that is wrong */
function requireFit(
  trusted: TrustedHosts,
  given: {
    readonly format: WebhookFormat;
    readonly address?: string | undefined;
    readonly signingSecret?: string | undefined;
  },
): void {
  const addressFault = given.address === undefined ? null : webhookAddressFault(trusted, given.address);
  const faults: FieldFault[] = [
    ...(addressFault === null ? [] : [{ field: 'address', message: addressFault }]),
    ...(given.signingSecret !== undefined && given.format !== 'DINGTALK'
      ? [
          {
            field: 'signingSecret',
            message: text('仅钉钉机器人设签名密钥。', 'Only a DingTalk robot has a signing secret.'),
          },
        ]
      : []),
  ];
  if (faults.length > 0) throw new InvalidInput(faults);
}

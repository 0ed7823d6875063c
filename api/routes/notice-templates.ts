import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { NoticeCommon } from '../../rules/notices.ts';
import { partyKind } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import { text, type Locale } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { maybeParagraphs } from '../../workflows/engine/typed.ts';
import { contracts as everyContract } from '../../workflows/regimes.ts';
import { pathOfNotice, type CaseTold } from '../../activities/notice-path.ts';
import { bodyOf } from '../bodies.ts';
import { invalid } from '../http/problem.ts';
import { instantSchema, line, textSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import type { ApiContext } from '../context.ts';
import { mailInPlace } from '../views/mail-in-place.ts';

const shape = {
  kind: z.string(),
  kindTitle: textSchema,
  template: z.string(),
  title: textSchema,
  class: z.string().meta({ description: '`service`, or `commercial`, which an account can refuse' }),
  channels: z.array(z.string()),
  requirement: z.string(),
  version: z.int().meta({ description: 'Of the wording' }),
};

const additionSchema = z
  .object({
    bodyId: z.string(),
    version: z.int(),
    text: textSchema.meta({ description: 'Empty where the body adds nothing any more' }),
    createdAt: instantSchema,
    createdBy: z.string().nullable().meta({ description: 'Name of who set it' }),
  })
  .meta({ id: 'NoticeAddition' });

const sampleSchema = z
  .object({
    subject: textSchema,
    text: textSchema,
    html: textSchema.meta({ description: 'As mailed; show it in a sandboxed frame' }),
    from: z
      .enum(['SAMPLE', 'CASE', 'NOTICE'])
      .meta({ description: 'What is told is made up; or so but for the case; or was told in a notice of the case' }),
    bodyId: z.string().meta({ description: 'In whose name it goes out' }),
    additions: z.array(additionSchema).meta({ description: 'Every version of what bodies add, the latest first' }),
  })
  .meta({ id: 'NoticeSample' });

const params = z.strictObject({ kind: line(60), template: line(60) });

/** Of what a sample is. */
const sampleOfQuery = {
  caseId: line(80).optional().meta({ description: 'A case of this kind, by its id or its number' }),
  bodyId: line(60).optional().meta({ description: 'The body in whose name a made-up one goes out' }),
};
const MAIL_LOCALES = { 'zh-CN': text('中文', 'Chinese'), en: text('英文', 'English') };

/** Every notice that a case can send. */
export const listTemplates = route({
  method: 'get',
  path: '/api/notice-templates',
  ability: 'rules.change',
  tag: 'notices',
  summary: text('通知模板', 'The notices that are sent'),
  requirement: 'XC-04.4',
  answers: {
    200: {
      description: 'By kind of case',
      schema: z.object({ items: z.array(z.object(shape).meta({ id: 'NoticeTemplate' })) }),
    },
  },
  handle({ context: { contracts } }) {
    const items = Object.values(contracts).flatMap(({ kind, title: kindTitle, notices }) =>
      Object.entries(notices).map(([template, { title, class: of, channels, requirement, version }]) => ({
        ...{ kind, kindTitle, template, title, class: of, channels: [...channels], requirement, version },
      })),
    );
    return { status: 200, body: { items } };
  },
});

/** A notice as it is mailed in either language: of a case that is made up, or of one that there is. */
export const showTemplate = route({
  method: 'get',
  path: '/api/notice-templates/{kind}/{template}',
  ability: 'rules.change',
  tag: 'notices',
  summary: text('通知样例', 'A sample of a notice'),
  requirement: 'XC-04.4',
  params,
  query: z.strictObject(sampleOfQuery),
  answers: { 200: { description: 'Subject and text, with what bodies add', schema: sampleSchema } },
  async handle({ context: { settings, contracts, database }, params: { kind, template }, query }) {
    requireTemplate(contracts, kind, template);
    const { data, from, additions, mailIn } = await drawnSample({ settings, database }, kind, template, query);
    const [zh, en] = [mailIn('zh-CN'), mailIn('en')];
    return {
      status: 200,
      body: {
        ...{ subject: { zh: zh.subject, en: en.subject }, text: { zh: zh.text, en: en.text } },
        ...{ html: { zh: zh.html, en: en.html }, from, bodyId: data.bodyId ?? '' },
        additions,
      },
    };
  },
});

/** The same mail as its recipient sees it, for a frame of the page: its links lead where those of the mail lead. */
export const showTemplateMail = route({
  method: 'get',
  path: '/api/notice-templates/{kind}/{template}/mail',
  ability: 'rules.change',
  tag: 'notices',
  summary: text('通知样例的邮件', 'A sample of a notice as it is mailed'),
  requirement: 'XC-04.4',
  params,
  query: z.strictObject({ ...sampleOfQuery, locale: choice(MAIL_LOCALES).default('zh-CN') }),
  answers: { 200: { description: 'The mail', mediaType: 'text/html' } },
  async handle({ context: { settings, contracts, database }, params: { kind, template }, query }) {
    requireTemplate(contracts, kind, template);
    const { mailIn } = await drawnSample({ settings, database }, kind, template, query);
    return mailInPlace(mailIn(query.locale).html);
  },
});

/** Sets what a body adds to a notice; the words of the notice itself are reviewed with the regulation and stand in the program. */
export const setAddition = route({
  method: 'put',
  path: '/api/notice-templates/{kind}/{template}/additions/{bodyId}',
  ability: 'rules.change',
  trail: { in: 'audit', writes: ['NOTICE_ADDITION_SET'] },
  tag: 'notices',
  summary: text('设置通知的附加段落', 'Set what a body adds to a notice'),
  requirement: 'XC-04.4',
  params: z.strictObject({ ...params.shape, bodyId: line(60) }),
  body: z.strictObject({
    zh: maybeParagraphs(500).meta({
      description: 'Opening hours, whom to ask, local hints; empty: nothing is added any more',
    }),
    en: maybeParagraphs(500),
  }),
  example: { zh: '窗口办公时间：工作日 9:00—17:00。', en: 'The counter is open on working days from 9:00 to 17:00.' },
  answers: { 200: { description: 'The new version', schema: additionSchema } },
  async handle({
    context: { contracts, database },
    params: { kind, template, bodyId },
    reader,
    body,
    now,
    audit,
    once,
  }) {
    requireTemplate(contracts, kind, template);
    if (bodyOf(bodyId) === undefined) return refuse('NOT_FOUND', '没有这个机构。', 'There is no such body.');
    if ((body.zh === '') !== (body.en === ''))
      invalid(body.zh === '' ? 'zh' : 'en', '请同时填写中文和英文。', 'is needed in both languages');
    return database.$transaction(async (tx) => {
      const of = { kind, template, bodyId };
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`addition:${JSON.stringify(of)}`}, 0))`;
      const before = await tx.noticeAddition.findFirst({ where: of, orderBy: { version: 'desc' } });
      const row = await tx.noticeAddition.create({
        data: {
          ...of,
          ...{ version: (before?.version ?? 0) + 1, zh: body.zh, en: body.en },
          ...{ createdAt: new Date(now), createdById: reader.person.id },
        },
      });
      const told = ({ version, zh, en }: { version: number; zh: string; en: string }) => ({ version, zh, en });
      await audit(tx, {
        action: 'NOTICE_ADDITION_SET',
        object: { kind: 'noticeTemplate', id: `${kind}/${template}/${bodyId}` },
        ...(before !== null && { before: told(before) }),
        after: told(row),
      });
      const reply = { status: 200, body: additionOf(row, reader.name) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** Mails a notice to oneself, in the language of the account, marked as a test; it is of no case and stands on no timeline. */
export const mailTemplate = route({
  method: 'post',
  path: '/api/notice-templates/{kind}/{template}/test',
  ability: 'rules.change',
  trail: {
    in: 'nowhere',
    because: 'the mail goes to who asked for it alone, and stands among their notices',
    also: ['CASE_NOTICE_TESTED'],
  },
  tag: 'notices',
  summary: text('向本人发送测试通知', 'Mail a notice to oneself'),
  requirement: 'XC-04.4',
  params,
  body: z.strictObject({ caseId: line(80).optional(), bodyId: line(60).optional() }),
  answers: { 202: { description: 'It is planned', schema: z.object({ noticeId: z.string() }) } },
  async handle({ context: { contracts, database }, params: { kind, template }, reader, body, now, audit, once }) {
    const { version, requirement } = requireTemplate(contracts, kind, template);
    const { data } = await toldWith(database, kind, template, body);
    const id = `ntc-${randomUUID()}`;
    return database.$transaction(async (tx) => {
      const { name, email, locale } = await tx.user.findUniqueOrThrow({ where: { id: reader.person.id } });
      await tx.notice.create({
        data: {
          ...{ id, caseId: null, key: `test:${id}`, template, templateVersion: version, requirement, locale },
          ...{ recipientId: reader.person.id, recipientName: name, recipientEmail: email, plannedAt: new Date(now) },
          data: { ...data, plannedAt: now, test: true } as unknown as Prisma.InputJsonObject,
        },
      });
      // What is of a case reaches somebody who need not be of it.
      if (body.caseId !== undefined)
        await audit(tx, {
          action: 'CASE_NOTICE_TESTED',
          object: { kind: 'case', id: data.caseId },
          after: { notice: `${kind}/${template}`, noticeId: id },
        });
      await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
      const reply = { status: 202, body: { noticeId: id } };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

type Contracts = Readonly<Record<string, ProcessContract>>;

/** @throws Refusal NOT_FOUND */
function requireTemplate(contracts: Contracts, kind: string, template: string) {
  const spec = Object.hasOwn(contracts, kind) ? contracts[kind]?.notices : undefined;
  if (spec === undefined || !Object.hasOwn(spec, template) || spec[template] === undefined)
    return refuse('NOT_FOUND', '没有这种通知。', 'There is no such notice.');
  return spec[template];
}

interface About {
  readonly caseId?: string | undefined;
  readonly bodyId?: string | undefined;
}

/**
 * What a notice is told with: what it was told with in a case, or a sample with what is of the case.
 * @throws Refusal NOT_FOUND if there is no such case of this kind; InvalidInput if there is no such body
 */
async function toldWith(
  database: Database,
  kind: string,
  template: string,
  { caseId, bodyId }: About,
): Promise<{ readonly data: NoticeCommon; readonly from: 'SAMPLE' | 'CASE' | 'NOTICE' }> {
  const { sampleOf } = await import('../../activities/notices/sample-notices.ts');
  const sample = sampleOf(template, kind);
  if (caseId === undefined) {
    if (bodyId !== undefined && bodyOf(bodyId) === undefined)
      invalid('bodyId', '没有这个机构。', 'There is no such body.');
    // There is no such case: its link comes back to where the notice is looked at.
    const caseUrlPath = `/admin/notices?${new URLSearchParams({ kind, template }).toString()}`;
    return { data: { ...sample, caseUrlPath, ...(bodyId !== undefined && { bodyId }) }, from: 'SAMPLE' };
  }
  const row = await database.case.findFirst({
    where: { OR: [{ id: caseId }, { number: caseId }], kind },
    select: { id: true, number: true, title: true, subject: true, bodyId: true, stage: true, state: true },
  });
  if (row === null) return refuse('NOT_FOUND', '没有此类案件。', 'There is no such case of this kind.');
  const told = await database.notice.findFirst({
    where: { caseId: row.id, template, channel: 'EMAIL' },
    orderBy: { ordinal: 'desc' },
    select: { data: true },
  });
  if (told !== null) return { data: told.data as unknown as NoticeCommon, from: 'NOTICE' };
  const about = {
    ...{ caseId: row.id, caseNumber: row.number, institution: row.title, partyKind: partyKind(row.subject) },
    ...{ bodyId: row.bodyId, caseUrlPath: pathOnCase({ ...row, kind }, template, sample) },
  };
  return { data: { ...sample, ...about }, from: 'CASE' };
}

/** A sample with the words that its body adds, to be drawn in either language. */
async function drawnSample(
  { settings, database }: Pick<ApiContext, 'settings' | 'database'>,
  kind: string,
  template: string,
  of: About,
) {
  const { data, from } = await toldWith(database, kind, template, of);
  // What draws mails is not for the start of every process of the API.
  const { mailOf } = await import('../../activities/notices/sample-notices.ts');
  const additions = await additionsOf(database, kind, template);
  const latest = additions.find(({ bodyId }) => bodyId === data.bodyId)?.text;
  const addition = latest?.zh === '' ? undefined : latest;
  const sending = { baseUrl: settings.baseUrl, training: settings.mode === 'training', addition };
  const mailIn = (locale: Locale) => mailOf(template, locale, data, sending);
  return { data, from, additions, mailIn };
}

/** Where such a notice of the case would lead now, whoever it is that may do what it asks for. */
function pathOnCase(
  {
    id,
    kind,
    stage,
    state,
  }: { readonly id: string; readonly kind: string; readonly stage: string; readonly state: unknown },
  template: string,
  sample: NoticeCommon,
): string {
  const spec = everyContract[kind]?.notices[template];
  if (spec === undefined) return `/cases/${id}`;
  const { parties = {}, tasks = [] } = (state ?? {}) as Partial<CaseTold>;
  const told = { to: { user: '' }, data: { ...sample }, deadlines: sample.deadlines ?? [] };
  return pathOfNotice(spec, { id, kind }, told, { stage, parties, tasks });
}

async function additionsOf(database: Database, kind: string, template: string) {
  const rows = await database.noticeAddition.findMany({
    where: { kind, template },
    orderBy: [{ bodyId: 'asc' }, { version: 'desc' }],
  });
  if (rows.length === 0) return [];
  const names = await database.user.findMany({
    where: { id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, name: true },
  });
  return rows.map((row) => additionOf(row, names.find(({ id }) => id === row.createdById)?.name ?? null));
}

function additionOf(
  { bodyId, version, zh, en, createdAt }: Prisma.NoticeAdditionGetPayload<object>,
  createdBy: string | null,
): z.infer<typeof additionSchema> {
  return { bodyId, version, text: { zh, en }, createdAt: instantOf(createdAt.getTime()), createdBy };
}

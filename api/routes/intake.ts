import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { personKey } from '../../rules/parties/party.ts';
import { text } from '../../rules/text.ts';
import { intakes } from '../../workflows/beside.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { consent } from '../../workflows/engine/consent.ts';
import { jsonSchemaOf } from '../../workflows/engine/json-schema.ts';
import { titled } from '../../workflows/engine/titled.ts';
import { forSchema, officeFor } from '../acting-for.ts';
import { namedFiles } from '../files/named-files.ts';
import { checked } from '../http/faults.ts';
import { InvalidInput } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { email, idSchema, line, nameLine, telephone } from '../http/schemas.ts';
import { locales } from '../../rules/locales.ts';
import { mailedCode } from '../mailed-code.ts';
import { confirmCode, requestCode } from '../intake/address-code.ts';
import { fileCase, filedKind } from '../intake/file-case.ts';
import { layingChoices } from '../views/live-choices.ts';
import { settled } from '../views/settled.ts';

const params = z.strictObject({ kind: line(60).meta({ description: 'Kind of case, e.g. `complaint`' }) });
const form = z.record(z.string(), z.unknown());

/** Files a case of any kind that has an intake, as an account. */
export const fileCaseRoute = route({
  method: 'post',
  // One template for an address and its parameters: what is posted to it is a kind, what is read from it is a case.
  path: '/api/cases/{id}',
  ability: 'case.file',
  trail: { in: 'timeline' },
  tag: 'cases',
  summary: text('提交案件', 'File a case'),
  requirement: 'HN-NET-06.2, 18.1, 19.1, 20.1, 21.1',
  params: z.strictObject({ id: line(60).meta({ description: 'Kind of case to be filed, e.g. `complaint`' }) }),
  query: z.strictObject({ for: forSchema }),
  body: form.meta({ description: 'The form of the kind: see GET /api/intakes' }),
  refuses: ['ALREADY_OPEN', 'CONDITION_NOT_MET', 'LIMIT_REACHED', 'BARRED', 'OUT_OF_SCOPE', 'UNAVAILABLE'],
  answers: {
    201: {
      description: 'The case is open',
      schema: z.object({ caseId: z.string() }),
      example: { caseId: 'cpl-4f6b0c1e' },
    },
  },
  async handle({ context, reader, access, params: { id: kind }, query, body, now, once }) {
    const { contract, intake, by } = filedKind(context, kind);
    const may = access.filter(({ office }) => by.includes(office.role));
    if (may.length === 0) {
      refuse(
        'NOT_ALLOWED',
        `您的角色不能提交${contract.title.zh}。`,
        `Your role may not file this (${contract.title.en}).`,
        {
          facts: { allowed: by },
        },
      );
    }
    const { party = personKey(reader.person.id) } = officeFor(may, query.for);
    const checkedForm = checked(intake.form, body) as object;
    const caseId = await context.database.$transaction(async (tx) => {
      const { name } = await tx.user.findUniqueOrThrow({ where: { id: reader.person.id }, select: { name: true } });
      const id = await fileCase(
        context,
        tx,
        { kind, form: checkedForm, filer: reader.person, party, filerName: name },
        now,
      );
      await once.settle(tx, 201, { caseId: id });
      return id;
    });
    await settled(context, caseId);
    return { status: 201, body: { caseId }, headers: { Location: `/api/cases/${caseId}` } };
  },
});

const contact = z.strictObject({
  name: titled(nameLine(100), '姓名', 'Name'),
  email,
  phone: telephone.optional(),
  locale: titled(choice(locales).default('zh-CN'), '通知语言', 'Language of notices'),
});

/** Fills in a case without an account: a code is sent to the address, and no case is open before it comes back. */
export const fileOpenly = route({
  method: 'post',
  path: '/api/intakes/{kind}',
  ability: 'public',
  trail: { in: 'nowhere', because: 'what is filled in waits for the code, and is no case before' },
  tag: 'cases',
  summary: text('无账户提交案件', 'File a case without an account'),
  requirement: 'HN-NET-15.6, 20.1',
  params,
  keyed: false,
  signsIn: true,
  body: z.strictObject({
    contact: titled(contact, '联系方式', 'Contact', text('通知发往这里。', 'Where notices go.')),
    form: titled(form, '填写内容', 'Form', text('该类案件的表单。', 'The form of the kind: see GET /api/intakes.')),
    consent,
  }),
  refuses: ['NOT_ALLOWED', 'TOO_MANY_REQUESTS'],
  answers: {
    202: {
      description: 'A code was sent to the address; it holds for a quarter of an hour',
      schema: z.object({ requestId: z.string(), expiresAt: z.string() }),
    },
  },
  async handle({ context, params: { kind }, body, now }) {
    const { contract, intake, by } = filedKind(context, kind);
    if (!by.includes('contact')) {
      refuse('NOT_ALLOWED', `${contract.title.zh}须登录后提交。`, `Sign in to file this (${contract.title.en}).`);
    }
    const files = namedFiles(body.form, ['form']);
    if (files.length > 0) {
      throw new InvalidInput(
        files.map(([field]) => ({
          field,
          message: text(
            '验证邮箱前不能附文件；立案后请凭查询码补充。',
            'cannot hold files before the address is verified; add them with the tracking code once the case is open',
          ),
        })),
      );
    }
    const checkedForm = checked(intake.form, body.form, 'form') as object;
    const { id, expiresAt } = await requestCode(context, { kind, form: checkedForm, contact: body.contact }, now);
    return { status: 202, body: { requestId: id, expiresAt: expiresAt.toISOString() } };
  },
});

/** Confirms the address by its code, which opens the case. */
export const confirmOpenFiling = route({
  method: 'post',
  path: '/api/intakes/{kind}/confirm',
  ability: 'public',
  trail: { in: 'timeline' },
  tag: 'cases',
  summary: text('以验证码确认提交', 'Confirm a filing by its code'),
  requirement: 'HN-NET-20.1',
  params,
  keyed: false,
  signsIn: true,
  body: z.strictObject({
    requestId: idSchema,
    code: mailedCode,
  }),
  refuses: ['NOT_FOUND', 'ALREADY_DONE', 'LIMIT_REACHED', 'CONDITION_NOT_MET', 'ALREADY_OPEN', 'TOO_MANY_REQUESTS'],
  answers: {
    201: {
      description:
        'The case is open. `Authorization: Tracking <trackingCode>` shows it and acts in it; the code is told this once',
      schema: z.object({ caseId: z.string(), trackingCode: z.string() }),
    },
  },
  async handle({ context, params: { kind }, body: { requestId, code }, now }) {
    const opened = await confirmCode(context, { id: requestId, kind, code }, now);
    await settled(context, opened.caseId);
    return { status: 201, body: opened };
  },
});

/** What can be filed, by whom, and with which form. */
export const listIntakes = route({
  method: 'get',
  path: '/api/intakes',
  ability: 'public',
  tag: 'cases',
  summary: text('可提交的案件类型', 'Kinds of cases that can be filed'),
  answers: {
    200: {
      description: 'Each kind with its form as JSON Schema',
      schema: z.object({
        items: z.array(
          z.object({
            kind: z.string(),
            regime: z.string(),
            title: z.object({ zh: z.string(), en: z.string() }),
            by: z.array(z.string()).meta({ description: 'Roles; `contact` needs no account' }),
            form: z.record(z.string(), z.unknown()),
            hasChecklist: z.boolean().meta({ description: 'See POST /api/intakes/{kind}/checklist' }),
          }),
        ),
      }),
    },
  },
  async handle({ context }) {
    const kinds = Object.keys(intakes).map((kind) => ({ kind, ...filedKind(context, kind) }));
    const regimes = [...new Set(kinds.map(({ contract }) => contract.regime))];
    const laying = await Promise.all(
      regimes.map(async (regime) => [regime, await layingChoices(context.database, regime)] as const),
    );
    const layingOf = new Map(laying);
    const items = kinds.map(({ kind, contract, intake, by }) => {
      const { regime, title } = contract;
      const asked = jsonSchemaOf(intake.form);
      const laid = layingOf.get(regime)?.now(asked) ?? asked;
      const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...laid };
      return { kind, regime, title, by, form: schema, hasChecklist: intake.checklist !== undefined };
    });
    return { status: 200, body: { items } };
  },
});

import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { text, type Locale } from '../../rules/text.ts';
import { line, textSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';

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

/** A notice as it is mailed in either language, of a case that is made up. */
export const showTemplate = route({
  method: 'get',
  path: '/api/notice-templates/{kind}/{template}',
  ability: 'rules.change',
  tag: 'notices',
  summary: text('通知样例', 'A sample of a notice'),
  requirement: 'XC-04.4',
  params: z.strictObject({ kind: line(60), template: line(60) }),
  answers: {
    200: {
      description: 'Subject and text; institution, case and dates are made up',
      schema: z.object({ subject: textSchema, text: textSchema }).meta({ id: 'NoticeSample' }),
    },
  },
  async handle({ context: { settings, contracts }, params: { kind, template } }) {
    if (!Object.hasOwn(contracts, kind) || !Object.hasOwn(contracts[kind]?.notices ?? {}, template))
      return refuse('NOT_FOUND', '没有这种通知。', 'There is no such notice.');
    // What draws mails is not for the start of every process of the API.
    const { sampleMail } = await import('../../activities/notices/sample-notices.ts');
    const sending = { baseUrl: settings.baseUrl, training: settings.mode === 'training' };
    const mailIn = (locale: Locale) => sampleMail(kind, template, locale, sending);
    const [zh, en] = [mailIn('zh-CN'), mailIn('en')];
    return {
      status: 200,
      body: { subject: { zh: zh.subject, en: en.subject }, text: { zh: zh.text, en: en.text } },
    };
  },
});

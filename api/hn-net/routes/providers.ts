/** What the public reads of a provider of the network: nobody signs in or registers for it (HN-NET-18.1). */
import { z } from 'zod';
import { isPartyKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { instantOf } from '../../../rules/time/index.ts';
import { SHOWN } from '../../../workflows/hn-net/consumer-evaluation/contract.ts';
import { bodyTitle } from '../../bodies.ts';
import { downloadOf } from '../../files/download.ts';
import { findFile } from '../../files/kept-files.ts';
import { bilingual } from '../../http/faults.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, idSchema, instantSchema, partyInput, textSchema } from '../../http/schemas.ts';
import { proofSchema } from '../views/proof.ts';
import { creditOf, figuresOf, shownProvider } from '../views/provider-page.ts';

const partySchema = partyInput
  .refine(isPartyKey, bilingual('这不是服务商的标识。', 'is not the key of a provider'))
  .meta({ description: 'Key of the provider, e.g. its unified social credit code' });
const params = z.strictObject({ party: partySchema });
const shown = z.string().nullable();

/** What the provider has against an entry of its credit record (HN-NET-12.2). */
const contestSchema = z
  .object({ status: textSchema, contestedOn: daySchema, decidedOn: daySchema.nullable() })
  .nullable();

const pageSchema = z
  .object({
    party: z.string(),
    name: z.string(),
    kind: textSchema,
    status: textSchema,
    listed: z.boolean().meta({ description: 'False while the listing is suspended: no service is shown then' }),
    suspendedFor: z.array(textSchema),
    licence: proofSchema.nullable(),
    permits: z.array(proofSchema),
    expired: z.array(textSchema).meta({ description: 'Papers that have expired and were not replaced' }),
    services: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        items: z.object({ content: shown, standard: shown, flow: shown, fees: shown, handlingTime: shown }),
        missing: z.array(z.string()),
      }),
    ),
    address: shown,
    telephone: shown,
    operates: shown.meta({ description: 'The platform that it runs itself: its services are the operator’s own' }),
    broughtInBy: z.object({ id: z.string(), name: textSchema }),
    registeredOn: daySchema.nullable(),
    verifiedOn: daySchema,
    missing: z.array(textSchema).meta({ description: 'The page is incomplete unless this is empty' }),
    evaluations: z.object({
      counts: z.record(z.string(), z.int()),
      satisfaction: z.object({ satisfied: z.int(), all: z.int(), percent: z.number().nullable() }),
      meanScore: z.number().nullable(),
      contested: z.int(),
      hidden: z.int(),
    }),
    credit: z.object({
      upheld: z.int(),
      warning: z.int().nullable().meta({
        description: 'How many entries stand, where consumers are warned of risk; null where they are too few',
      }),
      complaints: z.array(
        z.object({
          result: textSchema,
          upheldOn: daySchema,
          breached: z.array(textSchema),
          reopenedOn: daySchema.nullable(),
          reversedOn: daySchema.nullable(),
          contest: contestSchema,
        }),
      ),
      violations: z.array(
        z.object({
          breach: textSchema,
          clause: z.string(),
          foundOn: daySchema,
          liftedOn: daySchema.nullable(),
          contest: contestSchema,
        }),
      ),
    }),
  })
  .meta({ id: 'ProviderPage' });

/** The main page of a provider (HN-NET-06.4). */
export const getProvider = route({
  method: 'get',
  path: '/api/hn-net/providers/{party}',
  ability: 'public',
  tag: 'public',
  summary: text('服务商主页', 'The page of a provider'),
  requirement: 'HN-NET-04.1, 06.4, 12.1, 12.2',
  params,
  refuses: ['NOT_FOUND'],
  answers: { 200: { description: 'Papers, services, figures of its evaluations, credit record', schema: pageSchema } },
  async handle({ context: { database }, params: { party }, now }) {
    const { page, bodyId, registeredOn, verifiedOn } = await shownProvider(database, party, now);
    const [evaluations, credit] = await Promise.all([figuresOf(database, party), creditOf(database, party)]);
    const broughtInBy = { id: bodyId, name: bodyTitle(bodyId) };
    return { status: 200, body: { party, ...page, broughtInBy, registeredOn, verifiedOn, evaluations, credit } };
  },
});

const dated = z.object({ text: z.string().nullable(), at: instantSchema });

/** What consumers say of a provider (HN-NET-19.1). Neither who they are nor what they ordered is shown. */
export const listEvaluations = route({
  method: 'get',
  path: '/api/hn-net/providers/{party}/evaluations',
  ability: 'public',
  tag: 'public',
  summary: text('服务商的消费者评价', 'What consumers say of a provider'),
  requirement: 'HN-NET-19.1',
  params,
  query: z.strictObject(pageQuery),
  answers: {
    200: {
      description: 'A page of the evaluations in view, the latest first',
      schema: pageOf(
        z.object({
          score: z.int(),
          completedOn: daySchema,
          evaluation: dated,
          answer: dated.nullable(),
          comment: dated.nullable(),
          contested: z.boolean(),
        }),
      ),
    },
  },
  async handle({ context: { database }, params: { party }, query: { cursor, limit } }) {
    const rows = await database.case.findMany({
      where: {
        kind: 'consumerEvaluation',
        parties: { some: { name: 'provider', party } },
        revision: { gt: 0 },
        stage: SHOWN,
        ...behind(cursor, 'openedAt'),
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: {
        id: true,
        openedAt: true,
        state: true,
        forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } },
      },
    });
    const page = pageFrom(
      rows,
      limit,
      ({ openedAt, id }) => [openedAt.toISOString(), id],
      ({ openedAt, state, forms }) => {
        const { facts } = state as unknown as { facts: { report: unknown } };
        const {
          score,
          completedOn,
          text: words = null,
          answer,
          comment,
        } = (forms[0]?.data ?? {}) as unknown as EvaluationForm;
        return {
          score,
          completedOn,
          evaluation: { text: words, at: instantOf(openedAt.getTime()) },
          answer: answer ? { text: answer.text, at: answer.at } : null,
          comment: comment ? { text: comment.text, at: comment.at } : null,
          contested: facts.report !== null,
        };
      },
    );
    return { status: 200, body: page };
  },
});

interface EvaluationForm {
  readonly score: number;
  readonly completedOn: string;
  readonly text?: string | null;
  readonly answer?: { readonly text: string; readonly at: string };
  readonly comment?: { readonly text: string; readonly at: string };
}

/** A licence or permit that a page shows. */
export const getProviderProof = route({
  method: 'get',
  path: '/api/hn-net/providers/{party}/proofs/{id}',
  ability: 'public',
  tag: 'public',
  summary: text('服务商公示的证照', 'A paper that a provider shows'),
  requirement: 'HN-NET-06.4',
  params: z.strictObject({ party: partySchema, id: idSchema }),
  refuses: ['NOT_FOUND', 'CONDITION_NOT_MET'],
  answers: { 200: { description: 'The content, of the type it was kept with', mediaType: '*/*' } },
  async handle({ context: { database }, params: { party, id }, now }) {
    const { page } = await shownProvider(database, party, now);
    const isShown = [page.licence, ...page.permits].some((proof) => proof?.fileId === id);
    const file = isShown ? await findFile(database, id) : null;
    if (file === null) return refuse('NOT_FOUND', '主页没有公示这个文件。', 'The page shows no such file.');
    return downloadOf(database, file);
  },
});

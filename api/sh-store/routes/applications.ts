import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { offeredRoutes } from '../../../rules/sh-store/routes.ts';
import { checkEligibility } from '../../../rules/sh-store/eligibility.ts';
import { checkFigures } from '../../../rules/sh-store/form-check.ts';
import { partiesOf } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { checkSchema, filingSchema } from '../filing/schema.ts';
import { mayBind } from '../filing/bind-institution.ts';
import { fileApplication } from '../filing/file-application.ts';
import { currentRules } from '../filing/rules.ts';
import { asRule, findInvitation, findRecommendation } from '../filing/support.ts';
import { textSchema } from '../../http/schemas.ts';
import { route, type Call } from '../../http/route.ts';
import type { Access } from '../../abilities.ts';
import { onlyParty } from '../../acting-for.ts';
import type { Reader } from '../../reader.ts';
import { eligibilityOf, eligibilitySchema } from '../views/eligibility-view.ts';
import { jsonSchemaOf } from '../../../workflows/engine/json-schema.ts';
import { settled } from '../../views/settled.ts';

/** Files a store application: 201 once the case is recorded, whatever befalls the engine afterwards. */
export const createApplication = route({
  method: 'post',
  path: '/api/applications',
  ability: 'application.file',
  trail: { in: 'timeline', also: ['PARTY_BOUND'] },
  tag: 'applications',
  summary: text('提交开店申请', 'File a store application'),
  requirement: 'SH-STORE-03.1 to 03.8, 01.11, 07.1, 07.3',
  body: filingSchema.meta({ id: 'StoreApplication' }),
  refuses: [
    'ENTERPRISE_LEVEL_REQUIRED',
    'OUT_OF_SCOPE',
    'BARRED',
    'ALREADY_OPEN',
    'ROUTE_NOT_OFFERED',
    'CASE_CLOSED',
    'CASE_NOT_READY',
    'UNAVAILABLE',
  ],
  answers: {
    201: {
      description: 'The case is open',
      schema: z.object({ caseId: z.string() }),
      example: { caseId: 'app-4f6b0c1e' },
    },
  },
  async handle({ context, reader, body, now, once, audit }) {
    const caseId = await fileApplication(context, reader, body, now, { once, audit });
    await settled(context, caseId);
    return { status: 201, body: { caseId }, headers: { Location: `/api/cases/${caseId}` } };
  },
});

const offerSchema = z.object({
  route: z.enum(['STANDARD', 'TRIAL', 'INVITED']),
  offered: z.boolean(),
  why: z.array(textSchema),
  checks: z.array(
    z.object({ id: z.string(), status: z.enum(['MET', 'NOT_MET']), clause: z.string(), reason: textSchema }),
  ),
});

/** The form of a store application, to be drawn (SH-STORE-03). */
export const getApplicationForm = route({
  method: 'get',
  path: '/api/applications/form',
  ability: 'application.file',
  tag: 'applications',
  summary: text('开店申请表', 'The form of a store application'),
  requirement: 'SH-STORE-03.1 to 03.8',
  answers: {
    200: {
      description: 'What POST /api/applications takes, as JSON Schema',
      schema: z.object({ schema: z.record(z.string(), z.unknown()) }),
    },
  },
  handle: () => ({ status: 200, body: { schema: jsonSchemaOf(filingSchema) } }),
});

/** Holds figures against the entry conditions without filing anything (SH-STORE-01, 02). */
export const checkApplication = route({
  method: 'post',
  path: '/api/applications/check',
  ability: 'application.file',
  trail: { in: 'nowhere', because: 'only checks' },
  tag: 'applications',
  summary: text('预检准入条件', 'Check figures against the entry conditions'),
  requirement: 'SH-STORE-01, 02',
  keyed: false,
  body: checkSchema,
  refuses: ['CASE_CLOSED', 'CASE_NOT_READY', 'UNAVAILABLE'],
  answers: {
    200: {
      description: 'Item by item, what would have to be corrected, and the routes that are open',
      schema: z.object({
        eligibility: eligibilitySchema,
        corrections: z.array(z.object({ field: z.string(), message: textSchema })),
        routes: z.array(offerSchema),
      }),
    },
  },
  async handle(call) {
    const { context, body, now } = call;
    const { figures } = body;
    const appliedOn = dayOf(now);
    const { values } = await currentRules(context.database);
    const result = checkEligibility({ figures, appliedOn, values });
    const offers = offeredRoutes({
      eligibility: result,
      contribution: figures.contribution,
      creditHit: false,
      ...(await supportOf(call, body, appliedOn)),
    });
    return {
      status: 200,
      body: {
        eligibility: eligibilityOf(result),
        corrections: checkFigures(figures, appliedOn).map(({ field, message }) => ({
          field: `figures.${field}`,
          message,
        })),
        routes: Object.values(offers).map(({ route: name, offered, why, checks }) => ({
          route: name,
          offered,
          why: [...why],
          checks: [...checks],
        })),
      },
    };
  },
});

async function supportOf({ context, reader, access }: Call, body: z.output<typeof checkSchema>, on: string) {
  const creditCode = await institutionOf(context.database, reader, access, body.creditCode);
  if (creditCode === undefined) return { recommendation: null, invitation: null };
  const recommendation = await findRecommendation(context.database, creditCode, body.recommendationId);
  const found =
    body.invitationId === undefined ? null : await findInvitation(context.database, creditCode, body.invitationId);
  return {
    recommendation: recommendation === null ? null : asRule(recommendation),
    invitation: found === null ? null : { ...found.invitation, acceptedOn: on },
  };
}

/** Letters and invitations of another institution are no business of the caller's: one they act for, or could be bound to. */
async function institutionOf(
  database: Database,
  { person }: Reader,
  access: Access,
  named: string | undefined,
): Promise<string | undefined> {
  const own = access.flatMap(({ office }) => partiesOf(office));
  if (named === undefined) return onlyParty(own, 'creditCode');
  if (own.includes(named)) return named;
  const isUnbound = access.some(({ office }) => office.party === undefined);
  return isUnbound && (await mayBind(database, person.id, named)) ? named : undefined;
}

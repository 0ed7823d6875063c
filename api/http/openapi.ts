/** The OpenAPI 3.1 document, written from the routes themselves. */
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import type { RefusalCode } from '../../rules/refusal.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { grantedRoles, grantInWords } from '../../workflows/engine/grants.ts';
import { ABILITIES } from '../abilities.ts';
import { preferHeader } from './patience.ts';
import { PROBLEM_STATUS, type ProblemCode } from './problem.ts';
import { problemSchema } from './problem-schema.ts';
import { isChanging, type Route } from './route.ts';

export interface DocumentOptions {
  readonly routes: readonly Route[];
  readonly training: boolean;
  readonly version: string;
  readonly contracts: Readonly<Record<string, ProcessContract>>;
  readonly inputs: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>>;
}

/** The document of these routes, and of every action of every kind of case. */
export function openApiDocument({ routes, training, version, contracts, inputs }: DocumentOptions) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (route.trainingOnly && !training) continue;
    (paths[route.path] ??= {})[route.method] = {
      ...operationOf(route),
      ...(route.path.endsWith('/actions/{name}') && { 'x-actions': actionsOf(contracts, inputs) }),
    };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: '案卷 Anjuan',
      version,
      description:
        'Case management for public SME-service platforms. Instants are ISO 8601 with +08:00; errors are RFC 9457 problem details.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    paths: paths,
    components: {
      schemas: actionSchemas(contracts, inputs),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'anjuan.session_token',
          description: 'Called `__Host-anjuan.session_token` where the platform is served over https',
        },
        token: { type: 'http', scheme: 'bearer', description: 'The `token` of the answer to a sign-in' },
      },
    },
  });
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const header = headerOf(route);
  const roles = route.ability === 'public' ? undefined : ABILITIES[route.ability];
  return {
    operationId: operationId(route),
    tags: [route.tag],
    summary: route.summary.en,
    description: describe(route),
    ...(route.ability === 'public' && { security: [] }),
    requestParams: {
      ...(route.params && { path: route.params as z.ZodObject }),
      ...(route.query && { query: route.query as z.ZodObject }),
      ...(header && { header }),
    },
    ...requestBody(route),
    responses: responsesOf(route),
    'x-ability': route.ability,
    ...(roles && { 'x-roles': roles }),
  };
}

function headerOf(route: Route): z.ZodObject | undefined {
  if (!isChanging(route.method) || route.keyed === false || route.ability === 'public') return undefined;
  return route.waits === true ? keyHeader.extend(preferHeader.shape) : keyHeader;
}

const keyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .optional()
    .meta({ description: 'A repeat with the same key and body is answered alike and has no further effect.' }),
});

function describe(route: Route): string {
  return [route.summary.zh, route.requirement && `Requirement: ${route.requirement}`].filter(Boolean).join('\n\n');
}

function requestBody(route: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (route.consumes === 'file') {
    const schema = z.object({ file: z.string().meta({ format: 'binary' }) });
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (route.body === undefined) return {};
  const json = { schema: route.body, ...(route.example !== undefined && { example: route.example }) };
  const lines = route.consumes === 'json-or-lines' ? { 'application/x-ndjson': { schema: z.string() } } : {};
  return { requestBody: { required: !route.bodyOptional, content: { 'application/json': json, ...lines } } };
}

const COMMON: readonly ProblemCode[] = ['TOO_MANY_REQUESTS', 'INTERNAL', 'UNAVAILABLE'];

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  const responses: Record<string, unknown> = {};
  for (const [status, answer] of Object.entries(route.answers)) {
    const mediaType = answer.mediaType ?? 'application/json';
    const content = answer.schema ?? (answer.mediaType ? z.string().meta({ format: 'binary' }) : undefined);
    responses[status] = {
      description: answer.description,
      ...(content && {
        content: { [mediaType]: { schema: content, ...(answer.example !== undefined && { example: answer.example }) } },
      }),
    };
  }
  for (const [status, codes] of problemsOf(route)) {
    responses[status] ??= {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: problemSchema } },
    };
  }
  return responses as ZodOpenApiResponsesObject;
}

/** The problems a route can answer, by status. */
export function problemsOf(route: Route): Map<string, ProblemCode[]> {
  const changing = isChanging(route.method);
  const codes = new Set<ProblemCode>([
    ...COMMON,
    ...(route.ability === 'public'
      ? []
      : (['NOT_SIGNED_IN', 'NOT_ALLOWED', 'PASSWORD_CHANGE_REQUIRED'] as RefusalCode[])),
    ...(route.params || route.query || route.body ? (['INVALID_INPUT'] as const) : []),
    ...(route.params ? (['NOT_FOUND'] as const) : []),
    ...(route.body || route.consumes ? (['MALFORMED', 'UNSUPPORTED_TYPE', 'TOO_LARGE'] as const) : []),
    ...(changing && route.keyed !== false && route.ability !== 'public' ? (['KEY_REUSED', 'KEY_IN_USE'] as const) : []),
    ...(route.refuses ?? []),
  ]);
  const byStatus = new Map<string, ProblemCode[]>();
  for (const code of codes) {
    const status = String(PROBLEM_STATUS[code]);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

/** Name of the component that holds the input of an action, e.g. `storeApplication.withdraw`. */
function inputName(kind: string, action: string): string {
  return `${kind}.${action}`;
}

/** The inputs of all actions as components, so that a client can be generated for each. */
function actionSchemas(
  contracts: DocumentOptions['contracts'],
  inputs: DocumentOptions['inputs'],
): Record<string, z.ZodType> {
  const schemas: Record<string, z.ZodType> = {};
  for (const [kind, contract] of Object.entries(contracts)) {
    for (const action of personal(contract)) {
      const input = inputs[kind]?.[action];
      // A fresh object: the common actions share one schema over all kinds, and a component has one name.
      if (input !== undefined) schemas[inputName(kind, action)] = input.meta({ unusedIO: 'input' });
    }
  }
  return schemas;
}

/** What may be done in each kind of case: by whom, in which stages, by which clause and with what input. */
function actionsOf(
  contracts: DocumentOptions['contracts'],
  inputs: DocumentOptions['inputs'],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(contracts).map(([kind, contract]) => [
      kind,
      Object.fromEntries(
        personal(contract).map((name) => {
          const action = contract.actions[name];
          const by = action?.by ?? [];
          return [
            name,
            {
              title: action?.title,
              by: by
                .filter((grant) => grant !== 'case')
                .map((grant) => ({ grant, title: grantInWords(contract, grant) })),
              roles: grantedRoles(contract, by),
              stages: action?.at,
              clause: action?.clause,
              requirement: action?.requirement,
              ...(inputs[kind]?.[name] && { input: { $ref: `#/components/schemas/${inputName(kind, name)}` } }),
            },
          ];
        }),
      ),
    ]),
  );
}

/** The actions a person can do. */
function personal(contract: ProcessContract): string[] {
  return Object.entries(contract.actions)
    .filter(([, { by }]) => by.some((grant) => grant !== 'case'))
    .map(([name]) => name);
}

function operationId({ method, path }: Route): string {
  const words = path
    .replace(/^\/api\//, '')
    .split('/')
    .map((part) => part.replace(/^\{(\w+)\}$/, 'by_$1'));
  return `${method}_${words.join('_').replace(/[^A-Za-z0-9_]/g, '_')}`;
}

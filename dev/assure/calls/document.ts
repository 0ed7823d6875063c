/**
 * The OpenAPI document of the API, made fit for generating calls: ids of records that exist beside ids that do not, and an operation for
 * each action of each kind of case and for each form.
 */

/** JSON of an OpenAPI document, as far as it is read here. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Obj = { [name: string]: Json };

/** Ids that stand for records of the stack, by what they are ids of. */
export interface KnownIds {
  /** of cases, by kind */
  readonly cases: Readonly<Record<string, readonly string[]>>;
  /** of accounts that nobody examines */
  readonly accounts: readonly string[];
  /** of sessions that nobody uses */
  readonly sessions: readonly string[];
  readonly drafts: readonly string[];
  readonly files: readonly string[];
  readonly tasks: readonly string[];
  readonly notices: readonly string[];
  readonly bars: readonly string[];
  readonly stores: readonly string[];
  readonly recommendations: readonly string[];
  /** of comments of the public on a regulation */
  readonly comments: readonly string[];
  /** of recomputations of the points */
  readonly recomputations: readonly string[];
  readonly covers: readonly string[];
  readonly conflicts: readonly string[];
  readonly bulkDecisions: readonly string[];
  /** of products, as the platform calls them */
  readonly products: readonly string[];
  readonly parties: readonly string[];
  readonly platforms: readonly string[];
  readonly registers: readonly string[];
  readonly regimes: readonly string[];
}

/** A form of `GET /api/intakes`. */
export interface IntakeForm {
  readonly kind: string;
  readonly by: readonly string[];
  readonly form: Obj;
}

/** An operation of the document, or one action or one form of it. */
export interface Operation {
  readonly method: string;
  /** A parameter is called after the kind of case where only ids of that kind are offered. */
  readonly path: string;
  /** Who may use it; `public` needs no account. */
  readonly roles: 'public' | readonly string[];
  /** As it stands in the document. */
  readonly body: Obj;
}

/** The document with these of its operations and no others. */
export function documentOf(
  whole: Obj,
  operations: readonly Operation[],
  ids: KnownIds,
  forms: readonly IntakeForm[],
): Obj {
  const paths: Record<string, Obj> = {};
  for (const { path, method, body } of operations) (paths[path] ??= {})[method] = body;
  const components = whole['components'] as Obj;
  const schemas = { ...(components['schemas'] as Obj), ...formSchemas(forms) };
  return {
    ...whole,
    // One way to show who asks: the calls of an account all use it.
    security: [{ token: [] }],
    paths,
    components: {
      ...components,
      securitySchemes: { token: (components['securitySchemes'] as Obj)['token'] ?? {} },
      schemas: withKnownWords(schemas, ids),
    },
  };
}

/** All operations of a document, with an operation for each action of each kind and for each form. */
export function operationsOf(whole: Obj, ids: KnownIds, forms: readonly IntakeForm[]): Operation[] {
  return Object.entries(whole['paths'] as Record<string, Record<string, Obj>>).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, body]): Operation[] => {
      const roles = body['x-ability'] === 'public' ? 'public' : Object.keys((body['x-roles'] ?? {}) as Obj);
      const asItIs = { path, method, roles, body: withKnownIds(without(body, 'x-actions'), path, ids) } as const;
      if (path === '/api/cases/{id}/actions/{name}') return [asItIs, ...actionOperations(body, ids)];
      const files = path === '/api/intakes/{kind}' || (path === '/api/cases/{id}' && method === 'post');
      return files ? [asItIs, ...filingOperations(path, body, forms, ids)] : [asItIs];
    }),
  );
}

/** One operation for each action of each kind that there is a case of. */
function actionOperations(body: Obj, ids: KnownIds): Operation[] {
  const kinds = body['x-actions'] as Record<string, Record<string, Obj>>;
  return Object.entries(kinds).flatMap(([kind, actions]) =>
    Object.entries(actions).map(([name, action]) => ({
      // The kind is a hint for the eye: the API is asked under the address of the case alone.
      path: `/api/cases/{${kind}}/actions/${name}`,
      method: 'post',
      roles: action['roles'] as string[],
      body: {
        ...without(body, 'x-actions', 'parameters'),
        operationId: `${kind}_${name}`,
        parameters: [
          parameter(kind, ids.cases[kind] ?? []),
          ...parametersOf(body).filter((one) => one['in'] === 'header'),
        ],
        requestBody: { required: false, content: { 'application/json': { schema: action['input'] ?? {} } } },
      },
    })),
  );
}

/** One operation for each form that can be filed at this address. */
function filingOperations(path: string, body: Obj, forms: readonly IntakeForm[], ids: KnownIds): Operation[] {
  const open = path.startsWith('/api/intakes');
  return forms
    .filter(({ by }) => !open || by.includes('contact'))
    .map(({ kind, by }) => {
      const schema = { $ref: `#/components/schemas/form.${kind}` };
      return {
        path: path.replace(/\{\w+\}/, kind),
        method: 'post',
        roles: open ? 'public' : by.filter((role) => role !== 'contact'),
        body: {
          ...withKnownIds(body, path, ids),
          operationId: `${open ? 'open' : 'file'}_${kind}`,
          parameters: parametersOf(body).filter((one) => one['in'] !== 'path'),
          requestBody: {
            required: true,
            content: { 'application/json': { schema: open ? within(body, schema) : schema } },
          },
        },
      };
    });
}

/** The body of a filing without an account, with its form in place. */
function within(body: Obj, form: Obj): Obj {
  const { content } = body['requestBody'] as { content: { 'application/json': { schema: Obj } } };
  const { schema } = content['application/json'];
  return { ...schema, properties: { ...(schema['properties'] as Obj), form } };
}

function formSchemas(forms: readonly IntakeForm[]): Obj {
  return Object.fromEntries(
    forms.map(({ kind, form }) => {
      const name = `form.${kind}`;
      const moved = JSON.stringify(without(form, '$schema')).replaceAll(
        '"#/$defs/',
        `"#/components/schemas/${name}/$defs/`,
      );
      return [name, JSON.parse(moved) as Json];
    }),
  );
}

/** Parameters by the address they stand in: which records their ids are of. */
const POOLS: readonly (readonly [RegExp, (ids: KnownIds) => readonly string[]])[] = [
  [/^\/api\/cases\/\{id\}/, ({ cases }) => Object.values(cases).flat()],
  [/^\/api\/accounts\/\{id\}/, ({ accounts }) => accounts],
  [/^\/api\/auth\/sessions\/\{id\}/, ({ sessions }) => sessions],
  [/^\/api\/drafts\/\{id\}/, ({ drafts }) => drafts],
  [/^\/api\/files\/\{id\}/, ({ files }) => files],
  [/\/proofs\/\{id\}/, ({ files }) => files],
  [/^\/api\/tasks\/\{id\}/, ({ tasks }) => tasks],
  [/^\/api\/notices\/\{id\}/, ({ notices }) => notices],
  [/^\/api\/bars\/\{id\}/, ({ bars }) => bars],
  [/^\/api(\/public)?\/stores\/\{id\}/, ({ stores }) => stores],
  [/\/comments\/\{id\}/, ({ comments }) => comments],
  [/^\/api\/points\/recomputations\/\{id\}/, ({ recomputations }) => recomputations],
  [/^\/api\/covers\/\{id\}/, ({ covers }) => covers],
  [/^\/api\/conflicts\/\{id\}/, ({ conflicts }) => conflicts],
  [/^\/api\/bulk-decisions\/\{id\}/, ({ bulkDecisions }) => bulkDecisions],
  [/^\/api\/hn-net\/platforms\/\{id\}/, ({ platforms }) => platforms],
];

/** What parameters and fields of these names hold, wherever they stand. */
const WORDS: Readonly<Record<string, (ids: KnownIds) => readonly string[]>> = {
  caseId: ({ cases }) => Object.values(cases).flat(),
  taskId: ({ tasks }) => tasks,
  fileId: ({ files }) => files,
  licence: ({ files }) => files,
  creditScreenshot: ({ files }) => files,
  storeId: ({ stores }) => stores,
  store: ({ stores }) => stores,
  productId: ({ products }) => products,
  recommendationId: ({ recommendations }) => recommendations,
  party: ({ parties }) => parties,
  provider: ({ parties }) => parties,
  creditCode: ({ parties }) => parties,
  platform: ({ platforms }) => platforms,
  register: ({ registers }) => registers,
  regime: ({ regimes }) => regimes,
};

function withKnownIds(body: Obj, path: string, ids: KnownIds): Obj {
  const pool = POOLS.find(([pattern]) => pattern.test(path))?.[1];
  return {
    ...(withKnownWords(body, ids) as Obj),
    parameters: parametersOf(body).map((one) => {
      const name = one['name'] as string;
      const known = (one['in'] === 'path' && name === 'id' ? pool : undefined) ?? WORDS[name];
      return known === undefined ? one : { ...one, schema: orOneOf(known(ids), one['schema'] ?? {}) };
    }),
  };
}

/** The schemas with ids of records beside whatever else their fields can hold. */
function withKnownWords(value: Json, ids: KnownIds): Json {
  if (Array.isArray(value)) return value.map((part) => withKnownWords(part, ids));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === 'properties' && part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).map(([field, schema]) => [field, known(field, schema)]))
        : withKnownWords(part, ids),
    ]),
  );

  function known(field: string, schema: Json): Json {
    const words = WORDS[field]?.(ids) ?? [];
    const inner = withKnownWords(schema, ids);
    const isText =
      schema !== null && typeof schema === 'object' && !Array.isArray(schema) && schema['type'] === 'string';
    return isText ? orOneOf(words, inner) : inner;
  }
}

function orOneOf(known: readonly string[], schema: Json): Json {
  return known.length === 0 ? schema : { anyOf: [{ enum: [...known] }, schema] };
}

function parameter(name: string, known: readonly string[]): Obj {
  const id = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$' };
  return { name, in: 'path', required: true, schema: orOneOf(known, id) };
}

function parametersOf(body: Obj): Obj[] {
  return (body['parameters'] ?? []) as Obj[];
}

function without(value: Obj, ...names: string[]): Obj {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

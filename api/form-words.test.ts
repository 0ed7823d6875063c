/** What opens a case otherwise than by an intake, and every action in the OpenAPI document, names its fields like any form. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { faultsOfWords, type FormSchema } from '../test/support/form-words.ts';
import { inputs } from '../workflows/beside.ts';
import { jsonSchemaOf } from '../workflows/engine/json-schema.ts';
import { titled } from '../workflows/engine/titled.ts';
import { contracts } from '../workflows/regimes.ts';
import { openApiDocument } from './http/openapi.ts';
import { idSchema } from './http/schemas.ts';
import { routes } from './routes/index.ts';

interface Body {
  readonly content: { readonly 'application/json': { readonly schema: FormSchema } };
}

const { paths, components } = openApiDocument({
  ...{ routes, training: true, version: '0', contracts, inputs },
}) as unknown as {
  readonly paths: Readonly<Record<string, { readonly post?: { readonly requestBody?: Body } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, FormSchema>> };
};
const actions = Object.entries(components.schemas).filter(([name]) => name.includes('.'));

describe('a form', () => {
  it('XC-05.1 of every process is in the OpenAPI document', () => {
    expect(new Set(actions.map(([name]) => name.split('.')[0]))).toEqual(new Set(Object.keys(contracts)));
  });

  it.each(actions)('XC-05.1 of %s is named in the OpenAPI document', (_name, schema) => {
    expect(faultsOfWords(schema, components.schemas)).toEqual([]);
  });

  it.each([
    ...['/api/applications', '/api/applications/check', '/api/intakes/{kind}'],
    ...routes.filter(({ isAct }) => isAct === true).map(({ path }) => path),
  ])('SH-STORE-03.4 that is posted to %s is named, there and in the OpenAPI document', (path) => {
    const body = routes.find((route) => route.path === path && route.method === 'post')?.body;
    const documented = paths[path]?.post?.requestBody?.content['application/json'].schema;
    if (body === undefined || documented === undefined) throw new Error(`POST ${path} takes no body.`);
    expect(faultsOfWords(jsonSchemaOf(body))).toEqual([]);
    expect(faultsOfWords(documented, components.schemas)).toEqual([]);
  });

  it('SH-STORE-03.2 says of either licence that some must file it, which no schema of a field alone can say', () => {
    const body = routes.find(({ path, method }) => path === '/api/applications' && method === 'post')?.body;
    const marked: string[] = [];
    JSON.stringify(jsonSchemaOf(body ?? z.never()), (name, value: { 'x-conditional'?: boolean } | null) => {
      if (value?.['x-conditional'] === true) marked.push(name);
      return value;
    });
    expect(marked).toEqual(['licence', 'practiceLicence']);
  });

  it('XC-05.1 is missed where an id of the API does not say what it names', () => {
    const schema = z.strictObject({ caseId: titled(idSchema, '案件', 'Case') });
    expect(faultsOfWords(jsonSchemaOf(schema))).toEqual(['caseId: x-refers']);
  });
});

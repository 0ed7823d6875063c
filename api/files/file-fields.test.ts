import { expect, it } from 'vitest';
import { inputs, intakes } from '../../workflows/beside.ts';
import { jsonSchemaOf } from '../../workflows/engine/json-schema.ts';
import { namedFiles } from './named-files.ts';

const ID = 'fil-0b7c1c1e-51c5-4a4e-9b8c-2f2f3f4f5f6f';

interface Schema {
  readonly 'x-refers'?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** A value for each place of a schema in which the id of a file stands, with the id in that place alone. */
function valuesWithFile(given: Schema, root: Schema): unknown[] {
  const { $ref, ...own } = given;
  const schema: Schema = $ref === undefined ? own : { ...root.$defs?.[$ref.split('/').at(-1) ?? ''], ...own };
  return [
    ...(schema['x-refers'] === 'file' ? [ID] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
      valuesWithFile(part, root).map((value) => ({ [name]: value })),
    ),
    ...(schema.items === undefined ? [] : valuesWithFile(schema.items, root).map((value) => [value])),
    ...(schema.anyOf ?? []).flatMap((part) => valuesWithFile(part, root)),
  ];
}

const schemas = [
  ...Object.entries(intakes).map(([kind, { form }]) => [`form of ${kind}`, form] as const),
  ...Object.entries(inputs).flatMap(([kind, actions]) =>
    Object.entries(actions).map(([action, input]) => [`${action} of ${kind}`, input] as const),
  ),
];

it('SH-STORE-03.2 every field that takes a file is known as one, so that the file is kept, and read by who reads the case', () => {
  const found = schemas.flatMap(([name, schema]) => {
    const form = jsonSchemaOf(schema) as Schema;
    return valuesWithFile(form, form).map((value) => [name, JSON.stringify(value), namedFiles(value).length] as const);
  });
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(([, , named]) => named !== 1)).toEqual([]);
});

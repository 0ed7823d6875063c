/** Wrong inputs of an action, made from the schema that it publishes: one with each fault a form can have. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export interface WrongInput {
  readonly input: Readonly<Record<string, unknown>>;
  /** Fields that the answer must name. */
  readonly names: readonly string[];
  /** What is wrong with it. */
  readonly fault: string;
}

/** No action takes it. */
const UNKNOWN = 'noSuchField';

/** An unknown field, nothing of what is required, and each field of a type that it does not take. */
export function wrongInputs(published: unknown): WrongInput[] {
  const schema = published as Schema;
  const { properties = {}, required = [] } = schema;
  return [
    { fault: 'an unknown field', input: { [UNKNOWN]: true }, names: [UNKNOWN] },
    ...(required.length === 0 ? [] : [{ fault: 'nothing required', input: {}, names: required }]),
    ...Object.entries(properties).flatMap(([name, field]) => {
      const takes = typesOf(field, schema);
      const [wrong] = (['object', 'number', 'string'] as const).filter((type) => !takes.has(type));
      return wrong === undefined || takes.has('anything')
        ? []
        : [{ fault: `${name} of a wrong type`, input: { [name]: VALUES[wrong] }, names: [name] }];
    }),
  ];
}

const VALUES = { object: { wrong: true }, number: 7.5, string: '不是此处所要的内容' };

/** The types that a field takes; `anything` if its schema does not say. */
function typesOf(field: Schema, root: Schema): ReadonlySet<string> {
  const { $ref, anyOf, oneOf, allOf, type, enum: values, const: only } = field;
  if ($ref !== undefined) return typesOf(root.$defs?.[$ref.split('/').at(-1) ?? ''] ?? {}, root);
  const among = anyOf ?? oneOf ?? allOf;
  if (among !== undefined) return new Set(among.flatMap((one) => [...typesOf(one, root)]));
  const literals = values ?? (only === undefined ? undefined : [only]);
  const named = type === undefined ? literals?.map((value) => typeof value) : [type].flat();
  return new Set((named ?? ['anything']).map((one) => (one === 'integer' ? 'number' : one)));
}

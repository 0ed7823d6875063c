/** Walks through the JSON Schema of a form and tells what of its words is missing. */
import type { FieldWords } from '../../workflows/engine/titled.ts';
import type { Text } from '../../rules/text.ts';

/** JSON Schema, as far as forms use it, with the words of our own. */
export interface FormSchema extends FieldWords {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, FormSchema>>;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly propertyNames?: FormSchema;
  readonly additionalProperties?: FormSchema | boolean;
  readonly items?: FormSchema;
  readonly anyOf?: readonly FormSchema[];
}

type Shared = Readonly<Record<string, FormSchema>>;

/** What is wrong, each as a path and the key that is missing or wrong, e.g. `figures.area: x-title`. @param shared what a `$ref` leads to */
export function faultsOfWords(form: FormSchema, shared: Shared = form.$defs ?? {}): string[] {
  return ofField(form, '', shared);
}

/** Ids of ours are written so, whatever they are of. */
const OF_AN_ID = /^\^\[A-Za-z0-9\]\[A-Za-z0-9_\.:/;
const KEYS = ['x-title', 'x-help', 'x-choices', 'x-refers', 'x-lines', 'x-money', 'x-unit'] as const;

function ofField(given: FormSchema, path: string, shared: Shared): string[] {
  const named = given.$ref?.split('/').at(-1);
  const target = named === undefined ? {} : shared[named];
  if (target === undefined) return [`${path}: $ref`];
  const field = { ...target, ...given };
  const { properties = {}, items, propertyNames, additionalProperties, anyOf = [] } = field;
  const below = (step: string) => (path === '' ? step : `${path}.${step}`);
  return [
    ...ownFaults(field).map((key) => `${path}: ${key}`),
    ...Object.entries(properties).flatMap(([name, property]) => [
      ...(isTitle(property['x-title']) ? [] : [`${below(name)}: x-title`]),
      ...ofField(property, below(name), shared),
    ]),
    ...(items === undefined ? [] : ofField(items, below('*'), shared)),
    ...(propertyNames === undefined ? [] : ofField(propertyNames, below('<name>'), shared)),
    ...(typeof additionalProperties === 'object' ? ofField(additionalProperties, below('<value>'), shared) : []),
    ...anyOf.flatMap((one) => [
      ...ofField(one, path, shared),
      ...KEYS.filter((key) => one[key] !== undefined && field[key] === undefined).map((key) => `${path}: ${key}`),
    ]),
  ];
}

/** The keys that are missing or wrong at a field itself. */
function ownFaults(field: FormSchema): (keyof FieldWords)[] {
  const { 'x-help': help, 'x-choices': choices = {}, 'x-unit': unit } = field;
  const codes = field.enum?.map(String) ?? [];
  return [
    ...(help !== undefined && !(isTitle(help) && field.description === help.en) ? (['x-help'] as const) : []),
    ...(codes.join() !== (field.anyOf ? '' : Object.keys(choices).join()) || !Object.values(choices).every(isTitle)
      ? (['x-choices'] as const)
      : []),
    ...(OF_AN_ID.test(field.pattern ?? '') && field['x-refers'] === undefined ? (['x-refers'] as const) : []),
    ...(unit !== undefined && (unit.zh === '' || unit.en === '') ? (['x-unit'] as const) : []),
  ];
}

/** In Chinese characters, and in English without any but those of a clause, e.g. 一.1(5). */
function isTitle(title: Text | undefined): boolean {
  if (title === undefined) return false;
  return /\p{Script=Han}/u.test(title.zh) && /^[^\p{Script=Han}]+$/u.test(title.en.replace(/[一二三四]\.\d/gu, ''));
}

/** Paths of what a record holds and its schema does not name, so that nobody could be told what it is. */
export function unnamed(value: unknown, form: FormSchema, path = ''): string[] {
  const { properties = {}, items = {}, anyOf: [something] = [] } = form;
  if (something !== undefined) return unnamed(value, something, path);
  if (Array.isArray(value)) return value.flatMap((one: unknown, at) => unnamed(one, items, `${path}.${at}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const property = properties[name];
    const below = path === '' ? name : `${path}.${name}`;
    return property?.['x-title'] === undefined ? [below] : unnamed(part, property, below);
  });
}

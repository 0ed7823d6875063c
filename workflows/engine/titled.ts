/**
 * What the fields of a form are called. It stands in the schemas themselves, under keys with `x-`, and goes wherever their JSON Schema goes;
 * who draws a form from it needs nothing else. Not for workflow code.
 */
import type { z } from 'zod';
import type { Role } from '../../rules/roles.ts';
import { text, type Text } from '../../rules/text.ts';

/** What a text can name in every regime; whoever fills in the form chooses one of these and never types its id. */
export interface ReferredThings {
  account: true;
  bar: true;
  body: true;
  case: true;
  /** Somebody of the same body, who could act in the place of another. */
  colleague: true;
  creditCode: true;
  draft: true;
  file: true;
  finding: true;
  letter: true;
  material: true;
  notice: true;
  party: true;
  region: true;
  task: true;
}

/** A regime adds what is its own: `declare module '../engine/titled.ts' { interface ReferredThings { … } }`. */
export type Referred = keyof ReferredThings;

/** The keys that our schemas have beside those of JSON Schema. */
export interface FieldWords {
  /** A short label: the term of the regulation. */
  readonly 'x-title'?: Text;
  /** One sentence for who would not know what to enter. The English half is the `description`, too. */
  readonly 'x-help'?: Text;
  /** What the codes of an `enum` are called, in the order of the codes. */
  readonly 'x-choices'?: Readonly<Record<string, Text>>;
  /** What a text names. */
  readonly 'x-refers'?: Referred;
  /** Of a text that names a case: the kinds that it can be of. */
  readonly 'x-kinds'?: readonly string[];
  /** A text that may have more than one line. */
  readonly 'x-lines'?: true;
  /** An amount of money: its currency. */
  readonly 'x-money'?: 'CNY';
  /** The roles that fill it in, where others leave it out; `contact` stands for people without an account. */
  readonly 'x-by'?: readonly Role[];
  /** A field that is needed in some cases and left out in others: its help says in which. */
  readonly 'x-conditional'?: true;
  /** What a number counts. */
  readonly 'x-unit'?: Text;
}

/** A field by its name in both languages. @param help what to enter, where a newcomer would not know it */
export function titled<S extends z.ZodType>(schema: S, zh: string, en: string, help?: Text): S {
  return withWords(schema, { 'x-title': text(zh, en), ...(help && { 'x-help': help }) });
}

/** A field by a title that stands in a table of the regime; English labels begin with a capital. */
export function titledBy<S extends z.ZodType>(schema: S, { zh, en }: Text, help?: Text): S {
  return titled(schema, zh, en.slice(0, 1).toUpperCase() + en.slice(1), help);
}

/** The same field, which may be null; what is said of it stands beside both. */
export function orNull<S extends z.ZodType>(schema: S): z.ZodNullable<S> {
  return schema.nullable().meta({ ...schema.meta() });
}

/** A text that names something of the platform. @param kinds of a case: which kinds it can be of; any if none is given */
export function refersTo<S extends z.ZodType>(schema: S, referred: Referred, ...kinds: readonly string[]): S {
  return withWords(schema, { 'x-refers': referred, ...(kinds.length > 0 && { 'x-kinds': kinds }) });
}

/** A field that these roles alone fill in: nobody else is shown it. The intake refuses it from others all the same. */
export function filledInBy<S extends z.ZodType>(schema: S, ...roles: readonly Role[]): S {
  return withWords(schema, { 'x-by': roles });
}

/** A field that some must fill in and others leave out, for which a rule of the whole form asks; see its help. */
export function neededBySome<S extends z.ZodType>(schema: S): S {
  return withWords(schema, { 'x-conditional': true });
}

/** An amount in RMB yuan. */
export function inYuan<S extends z.ZodType>(schema: S): S {
  return withWords(schema, { 'x-money': 'CNY' });
}

/** A number with what it counts, e.g. square metres. */
export function inUnit<S extends z.ZodType>(schema: S, zh: string, en: string): S {
  return withWords(schema, { 'x-unit': text(zh, en) });
}

/** A schema with these words beside those that it has already. */
export function withWords<S extends z.ZodType>(schema: S, words: FieldWords): S {
  const help = words['x-help'];
  return schema.meta({ ...words, ...(help && { description: help.en }) });
}

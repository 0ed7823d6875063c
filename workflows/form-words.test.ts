/** Every form says of its fields what they are called, in its schema: who draws it needs nothing else. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { text } from '../rules/text.ts';
import { faultsOfWords } from '../test/support/form-words.ts';
import { inputs, intakes } from './beside.ts';
import { choice } from './engine/choice.ts';
import { fileId } from './engine/input.ts';
import { jsonSchemaOf } from './engine/json-schema.ts';
import { inUnit, inYuan, orNull, refersTo, titled, titledBy } from './engine/titled.ts';
import { id, paragraphs } from './engine/typed.ts';
import { contracts } from './regimes.ts';

type Named = readonly [name: string, schema: z.ZodType];

const actions = Object.entries(contracts).flatMap(([kind, contract]) =>
  Object.entries(contract.actions)
    .filter(([, { by }]) => by.some((grant) => grant !== 'case'))
    .flatMap(([name]): Named[] => {
      const schema = inputs[kind]?.[name];
      return schema === undefined ? [] : [[`${kind}.${name}`, schema]];
    }),
);
const forms = [...actions, ...Object.entries(intakes).map(([kind, { form }]): Named => [`a filed ${kind}`, form])];

describe('a form', () => {
  it('XC-05.1 is found for every process', () => {
    expect(new Set(actions.map(([name]) => name.split('.')[0]))).toEqual(new Set(Object.keys(contracts)));
    expect(actions.length).toBeGreaterThan(150);
  });

  it.each(forms)('XC-05.1 of %s names each field, choice and reference in both languages', (_name, schema) => {
    expect(faultsOfWords(jsonSchemaOf(schema))).toEqual([]);
  });
});

describe('what a field says of itself', () => {
  const colours = choice({ RED: text('红', 'red'), BLUE: { title: text('蓝', 'blue') } });
  const formOf = (field: z.ZodType) => jsonSchemaOf(z.strictObject({ field }));
  const field = (schema: z.ZodType) => (formOf(schema)['properties'] as { field: unknown }).field;

  it('XC-05.1 stands in its JSON Schema, whether it must be there or not', () => {
    const colour = titled(colours, '颜色', 'Colour', text('选一种。', 'Choose one.'));
    for (const one of [
      colour,
      colour.optional(),
      colour.default('RED'),
      orNull(colour),
      orNull(colour).default(null),
    ]) {
      expect(field(one)).toMatchObject({
        'x-title': { zh: '颜色', en: 'Colour' },
        'x-help': { zh: '选一种。', en: 'Choose one.' },
        description: 'Choose one.',
        'x-choices': { RED: { zh: '红', en: 'red' }, BLUE: { zh: '蓝', en: 'blue' } },
      });
    }
  });

  it('XC-05.1 is the last that was said, beside what its pieces say', () => {
    const reason = titled(paragraphs(10), '理由', 'Reason', text('写明理由。', 'Say why.'));
    expect(field(titledBy(reason.optional(), text('说明', 'explanation')))).toMatchObject({
      ...{ 'x-title': { zh: '说明', en: 'Explanation' }, description: 'Say why.', 'x-lines': true, maxLength: 10 },
    });
    expect(field(titled(inUnit(inYuan(z.number()), '元', 'yuan'), '金额', 'Amount'))).toMatchObject({
      ...{ 'x-unit': { zh: '元', en: 'yuan' }, 'x-money': 'CNY' },
    });
    expect(field(titled(z.array(fileId).min(1), '附件', 'Files'))).toMatchObject({
      ...{ 'x-title': { zh: '附件', en: 'Files' }, items: { 'x-refers': 'file' } },
    });
  });

  it.each<readonly [string, z.ZodType, string]>([
    ['a title', z.string(), 'field: x-title'],
    ['a title in Chinese', titled(z.string(), 'Name', 'Name'), 'field: x-title'],
    ['a title in English', titled(z.string(), '名称', '名称'), 'field: x-title'],
    ['a title in a list', titled(z.array(z.strictObject({ a: z.string() })), '甲', 'A'), 'field.*.a: x-title'],
    ['a title in what may be null', orNull(titled(z.strictObject({ a: z.string() }), '甲', 'A')), 'field.a: x-title'],
    ['a title of choices', titled(z.enum(['A', 'B']), '甲', 'A'), 'field: x-choices'],
    [
      'a title of each choice',
      titled(colours.exclude(['RED']), '甲', 'A').meta({ 'x-choices': {} }),
      'field: x-choices',
    ],
    ['a title of choices that are keys', z.partialRecord(z.enum(['A', 'B']), z.boolean()), 'field.<name>: x-choices'],
    ['what an id names', titled(id.max(64), '甲', 'A'), 'field: x-refers'],
    ['what the ids of a list name', titled(z.array(id), '甲', 'A'), 'field.*: x-refers'],
    ['what an id names that may be null', titled(fileId.nullable(), '甲', 'A'), 'field: x-refers'],
    ['one help', titled(z.string(), '甲', 'A', text('填写。', 'Fill in.')).describe('Other'), 'field: x-help'],
  ])('XC-05.1 is missed where there is not %s', (_name, schema, fault) => {
    expect(faultsOfWords(formOf(schema))).toContain(fault);
  });

  it('XC-05.1 is missed where a reference leads nowhere', () => {
    const field = { $ref: '#/$defs/Elsewhere', 'x-title': text('甲', 'A') };
    expect(faultsOfWords({ properties: { field } })).toEqual(['field: $ref']);
    expect(faultsOfWords({ properties: { field }, $defs: { Elsewhere: { type: 'object' } } })).toEqual([]);
  });

  it('XC-05.1 is not missed where it is', () => {
    expect(faultsOfWords(formOf(titled(refersTo(id, 'account'), '经办人', 'Handled by')))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { text } from '../../rules/text.ts';
import { partsOf, partWith } from './parts.ts';
import { fieldAt, valueAt, withValueAt } from './paths.ts';
import type { Schema } from './schema.ts';

const rows: Schema = { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } };
const object = (title: string, properties: Schema['properties']): Schema => ({
  type: 'object',
  'x-title': text(title, title),
  ...(properties !== undefined && { properties }),
});
const report = object('report', {
  filledOn: { type: 'string' },
  overview: object('overview', { name: { type: 'string' }, contact: object('contact', { name: { type: 'string' } }) }),
  daily: { ...rows, 'x-title': text('daily', 'daily') },
  plan: object('plan', { near: { type: 'string' } }),
});
const form: Schema = {
  type: 'object',
  required: ['basis'],
  properties: {
    report,
    declaration: object('declaration', { services: { type: 'integer' }, soundness: object('soundness', {}) }),
    materials: object('materials', { licence: { type: 'array', items: { type: 'string' } } }),
    basis: { type: 'string' },
  },
};

describe('the parts of a form', () => {
  it('XC-05.3 are those of its own parts that have many, and what stands for itself comes first', () => {
    expect(partsOf(form, form, '', ['materials.licence']).map(({ title, fields }) => [title?.en, fields])).toEqual([
      [undefined, ['basis']],
      ['report', ['report.filledOn']],
      ['overview', ['report.overview']],
      ['daily', ['report.daily']],
      ['plan', ['report.plan']],
      ['declaration', ['declaration']],
    ]);
  });

  it('XC-05.3 say where a field stands', () => {
    const parts = partsOf(form, form);
    expect(partWith(parts, 'report.overview.contact.name')?.title?.en).toBe('overview');
    expect(partWith(parts, 'materials.licence.0')?.title?.en).toBe('materials');
    expect(partWith(parts, 'nothing')).toBeUndefined();
  });

  it('XC-05.3 lie below a place where the form is part of an input', () => {
    const input: Schema = { type: 'object', properties: { changes: form } };
    const parts = partsOf(form, input, 'changes', ['changes.materials']);
    expect(parts.map(({ fields }) => fields[0])).toEqual([
      ...['changes.basis', 'changes.report.filledOn', 'changes.report.overview', 'changes.report.daily'],
      ...['changes.report.plan', 'changes.declaration'],
    ]);
  });
});

describe('a place of a form', () => {
  it('is read and written without touching the rest', () => {
    const value = { report: { daily: [{ name: 'a' }, { name: 'b' }] }, basis: 'NEW' };
    expect(valueAt(value, 'report.daily.1.name')).toBe('b');
    expect(valueAt(value, 'report.plan.near')).toBeUndefined();
    expect(withValueAt(value, 'report.daily.1.name', 'c')).toEqual({
      ...value,
      report: { daily: [{ name: 'a' }, { name: 'c' }] },
    });
    expect(withValueAt(value, 'materials.licence', ['f'])).toEqual({ ...value, materials: { licence: ['f'] } });
    expect(withValueAt(value, '', 'all')).toBe('all');
  });

  it('has the schema of its field', () => {
    expect(fieldAt(form, 'basis', form)).toMatchObject({ isRequired: true });
    expect(fieldAt(form, 'report.overview.name', form)).toMatchObject({
      isRequired: false,
      schema: { type: 'string' },
    });
    expect(fieldAt(form, 'report.nothing', form)).toBeNull();
  });
});

/** The one checklist of an entry, the 13 materials of the notice and the 11 attachments of the report, held against a form that may be half filled in (SH-EVAL-04.3). Not for workflow code. */
import { z } from 'zod';
import type { ShEvalValues } from '../../../rules/sh-eval/config.ts';
import { filedFiles, formatFaults } from '../../../rules/sh-eval/filed-files.ts';
import { materials, type FiledMaterials, type MaterialKey } from '../../../rules/sh-eval/materials.ts';
import { materialStates, type ChecklistFiling } from '../../../rules/sh-eval/materials-check.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import type { Checklist } from '../../engine/intake.ts';
import { day } from '../../engine/input.ts';
import { entryMaterials } from './materials-schema.ts';
import { honour, overview } from './report.ts';

const MATERIALS = text('测评材料', 'Material');
const ATTACHMENTS = text('报告附件', 'Attachment');

/** Fields of a line that stand beside the one of its name. */
const BESIDE: Partial<Readonly<Record<MaterialKey, readonly string[]>>> = {
  fees: ['fees', 'feeExplanation'],
  accounts: ['accounts', 'accountsNote'],
  benefitAudit: ['hasBenefitAudit', 'benefitAudit'],
};

export const entryChecklist: Checklist = (form, { now, rules, nameOf }) => {
  const filing = readable(form);
  const submittedOn = dayOf(now);
  const year = typeof form['year'] === 'number' ? form['year'] : Number(submittedOn.slice(0, 4));
  const values = rules as unknown as ShEvalValues;
  const found = faultsIn(filing.materials, nameOf);
  return materialStates(filing, { year, submittedOn, values }).map(({ key, material, attachment, state, lacking }) => {
    const faults = found.filter((fault) => fault.key === key);
    const refused = faults.filter(({ level }) => level === 'REFUSED').map(({ message }) => message);
    const { title, needed } = materials[key];
    return {
      ...{ key, title, needed },
      numbers: [
        ...(material === null ? [] : [{ list: MATERIALS, number: material }]),
        ...(attachment === null ? [] : [{ list: ATTACHMENTS, number: attachment }]),
      ],
      state: refused.length > 0 ? 'MISSING' : STATES[state],
      lacking: [...lacking, ...refused],
      warnings: faults.filter(({ level }) => level === 'WARNING').map(({ message }) => message),
      fields: (BESIDE[key] ?? [key]).map((field) => `materials.${field}`),
    };
  });
};

const STATES = { ITEM_FILED: 'FILED', ITEM_MISSING: 'MISSING', ITEM_NOT_APPLICABLE: 'NOT_APPLICABLE' } as const;

/** What is wrong with the form of the files whose names are known, by the line that they belong to. */
function faultsIn(filed: FiledMaterials, nameOf: (fileId: string) => string | undefined) {
  const files = new Map(filedFiles(filed).map((file) => [file.field, file]));
  return formatFaults({ materials: filed }, (fileId) => nameOf(fileId) ?? '').flatMap(({ level, issue }) => {
    const file = files.get(issue.field);
    return file === undefined || nameOf(file.fileId) === undefined
      ? []
      : [{ key: file.key, level, message: issue.message }];
  });
}

/** What of a half-filled form the checklist can read; what it cannot read counts as not there. */
function readable(form: Readonly<Record<string, unknown>>): ChecklistFiling {
  const report = partsOf(form['report']);
  const of = partsOf(report['overview']);
  const typed = partsOf(form['materials']);
  const kept = Object.entries(entryMaterials.shape).map(([name, schema]) => [name, keep(schema, typed[name])]);
  return {
    report: {
      overview: {
        recognition: orElse(overview.shape.recognition, of['recognition'], 'FIRST_TIME'),
        // Not known yet: as old as the rules ask for, so that no year of accounts is left out.
        establishedOn: orElse(day, of['establishedOn'], LONG_AGO),
        fullTimeStaff: orElse(z.int().min(0), of['fullTimeStaff'], 0),
      },
      honours: listOf(report['honours']).flatMap((one) => honour.safeParse(one).data ?? []),
      systems: { certified: partsOf(report['systems'])['certified'] === true },
    },
    materials: Object.fromEntries(kept) as FiledMaterials,
  };
}

const LONG_AGO = '1900-01-01';

/** As much of a value as its schema takes: of a list the items, of an object the fields; nothing filled in if nothing fits. */
function keep(schema: z.ZodType, value: unknown): unknown {
  const fits = (part: unknown) => schema.safeParse(part).success;
  const items = Array.isArray(value) ? value.filter((one) => fits([one])) : value;
  if (fits(items)) return schema.parse(items);
  const parts = Object.entries(partsOf(value)).filter(([name, part]) => fits({ [name]: part }));
  return [Object.fromEntries(parts), undefined].filter(fits).map((part) => schema.parse(part))[0];
}

function orElse<T>(schema: z.ZodType<T>, value: unknown, other: T): T {
  return schema.safeParse(value).data ?? other;
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

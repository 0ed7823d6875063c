/** How the department opens an evaluation that no year end has opened, e.g. of a year before the member came to the platform. Not for workflow code. */
import { z } from 'zod';
import { DEPARTMENT } from '../../../rules/ah/bodies.ts';
import { anhuiBodyOf, provincialPlatform, type MemberEntry } from '../../../rules/ah/members.ts';
import { refuse } from '../../../rules/refusal.ts';
import { isOfBody } from '../../../rules/roles.ts';
import { yearOf } from '../../../rules/time/index.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { memberEntryOf, partyKey, year } from '../member-input.ts';
import { memberReference, registers } from '../words.ts';
import type { AnnualEvaluationOpening } from './facts.ts';
import { annualEvaluationInputs } from './input.ts';

const department = anhuiBodyOf(DEPARTMENT);

const evaluated = z.strictObject({ member: titled(partyKey, '成员', 'Member'), year });

export const annualEvaluationIntake = intake({
  form: evaluated,
  // One that a year end has opened begins with its summary.
  record: evaluated.partial().extend({ parts: annualEvaluationInputs.submitSummary.shape.parts.optional() }),

  lookUp: ({ member }) => ({
    cases: [{ kind: 'annualEvaluation', about: memberReference(member) }],
    entries: [
      { register: registers.members, party: member },
      { register: registers.evaluations, party: member },
    ],
  }),

  file({ form: { member, year: of }, filer, now, entries, cases }): Filing {
    if (!filer.offices.some((office) => isOfBody(office, department))) {
      refuse('OUT_OF_SCOPE', '综合评价由省经信厅组织。', 'The provincial department organises the evaluation.');
    }
    const { name, data } = memberEntryOf(entries, member, 'member');
    if (of >= yearOf(now)) {
      refuse('INVALID_INPUT', '年度结束后才能评价。', 'A year is evaluated once it is over.', { field: 'year' });
    }
    const known = entries.find(({ register }) => register === registers.evaluations);
    // A case that has just been filed is in no register yet.
    if (known?.data[String(of)] !== undefined || cases.some(({ opening }) => opening?.['year'] === of)) {
      refuse('ALREADY_OPEN', '该年度的评价已建立。', 'There is an evaluation of this year.', { field: 'year' });
    }
    const { kind, introducer } = data as unknown as MemberEntry;
    const opening: AnnualEvaluationOpening = { kind, year: of, introducer };
    return {
      ...{ subject: member, title: name, parties: { member: [member] }, body: provincialPlatform },
      ...{ bodies: { platform: provincialPlatform, department }, about: memberReference(member), opening },
    };
  },
});

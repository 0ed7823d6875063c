/** What an applicant hands in when its application was returned (SH-STORE-04.5). */
import { refuse } from '../../../rules/refusal.ts';
import type { ApplicationFigures } from '../../../rules/sh-store/form.ts';
import { checkFigures } from '../../../rules/sh-store/form-check.ts';
import type { Application } from './contract.ts';
import type { StoreApplicationInputs } from './input.ts';

/** Lays the answer over the form, which must then be one that could have been filed; gives the changes to be stored. */
export function takeSupplement(
  step: Application,
  { note, institution, mainShareholders, figures, files }: StoreApplicationInputs['answerSupplement'],
): Record<string, unknown> {
  const isGiven = (part: object | undefined) => Object.keys(part ?? {}).length > 0;
  const parts = [institution, figures, files];
  if (note === undefined && mainShareholders === undefined && !parts.some(isGiven)) {
    refuse(
      'INVALID_INPUT',
      '请至少提交说明、机构信息、数据或文件中的一项。',
      'Hand in at least one of a note, the institution, figures and files.',
      { field: 'note' },
    );
  }
  const { figures: before, appliedOn, route } = step.facts;
  const uploaded = files?.qualifications;
  // Whether there is a qualification follows from the files, never from a tick (SH-STORE-03.3).
  const hasQualification = uploaded === undefined ? before.hasQualification : uploaded.length > 0;
  const changed = { ...figures } as Partial<ApplicationFigures>;
  const merged: ApplicationFigures = { ...before, ...changed, hasQualification };
  const [issue, ...more] = checkFigures(merged, appliedOn, route);
  if (issue !== undefined) {
    const { field, message, requirement } = issue;
    refuse('INVALID_INPUT', `${message.zh}。`, `${message.en}.`, {
      field: `figures.${field}`,
      facts: { requirement, more: more.map((other) => `figures.${other.field}`) },
    });
  }
  step.facts.figures = merged;
  return { institution, mainShareholders, figures: { ...changed, hasQualification }, files, note };
}

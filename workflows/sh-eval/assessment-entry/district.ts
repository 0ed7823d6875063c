/** Which district takes an entry (五（一）; SH-EVAL-05.3): that of the registration, also where it was named wrongly or has changed since. */
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { competentDepartment, districtInWords } from '../../../rules/sh-eval/bodies.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { assessmentEntry } from './contract.ts';

type Entry = StepOf<typeof assessmentEntry>;

/** The institution names another district as long as nothing is handed in. */
export function nameDistrict(step: Entry, { registeredIn }: { readonly registeredIn: string }): void {
  giveTo(step, registeredIn);
  step.write('form', { changes: { registeredIn }, filedById: step.actor.id });
}

/** A district that is not that of the registration hands the entry over: what was in time stays in time. */
export function handOver(
  step: Entry,
  { registeredIn, reason }: { readonly registeredIn: string; readonly reason: string },
): void {
  giveTo(step, registeredIn);
  const told = { year: step.facts.year, reason, decidedAt: step.now, district: districtInWords(registeredIn) };
  step.notify('entryHandedOver', 'institution', told);
}

function giveTo(step: Entry, registeredIn: string): void {
  const department = competentDepartment(registeredIn);
  if (department === null) throw new Error(`No department is competent for ${registeredIn}.`);
  if (department.bodyId === step.state.bodyId) {
    const { zh, en } = districtInWords(registeredIn);
    refuse('ALREADY_DONE', `该申报已由${zh}主管部门受理。`, `The department of ${en} has the entry already.`, {
      field: 'registeredIn',
    });
  }
  step.setBody('district', department);
  step.setParty('department', unitKey(department.bodyId));
}

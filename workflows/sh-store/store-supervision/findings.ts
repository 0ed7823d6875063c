/** What reviewers have found of a store, each by itself, so that one that was made in error can be taken back (SH-STORE-10.8, 15.3). */
import { refuse } from '../../../rules/refusal.ts';
import { accountsOf } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { groundOf } from '../clearance/grounds.ts';
import { rectification } from '../rectification/contract.ts';
import { storeIn } from '../words.ts';
import type { Supervision } from './contract.ts';
import type { Finding, FoundGround } from './facts.ts';
import { detect, inShort, isOpen, withdraw } from './grounds.ts';
import type { StoreSupervisionInputs } from './input.ts';

/** So many findings that are no ground for clearance are kept to be taken back, the latest ones. */
const MOST_KEPT = 50;

/** Keeps a finding, and puts it to the clearance where it is a ground. @returns it, with its id */
export function keep(step: Supervision, found: Omit<Finding, 'id' | 'foundBy'>): Finding {
  const finding = { id: step.newId('fnd'), foundBy: accountsOf(step.actor), ...found, facts: found.facts.map(inShort) };
  const all = [...findingsOf(step), finding];
  const others = all.filter(({ ground }) => ground === null).slice(-MOST_KEPT);
  step.facts.findings = all.filter((one) => one.ground !== null || others.includes(one));
  if (finding.ground !== null) putToClearance(step, finding.ground);
  return finding;
}

/** The findings on a ground were decided on by people: what is found later is a new matter. */
export function forgetFindings(step: Supervision, ground: FoundGround): void {
  step.facts.findings = findingsOf(step).filter((one) => one.ground !== ground);
}

/**
 * Takes back a finding that was made in error, or that an authority has reversed, with all that followed from it. A clearance is decided by two
 * persons, so whoever found it does not do so where two are needed; one that was confirmed is undone by a manager alone.
 */
export function withdrawFinding(
  step: Supervision,
  { findingId, reason }: StoreSupervisionInputs['withdrawFinding'],
): void {
  const finding = findingsOf(step).find(({ id }) => id === findingId);
  if (finding === undefined) {
    refuse('INVALID_INPUT', '没有这项认定，或者已经撤回。', 'There is no such finding, or it was taken back.', {
      field: 'findingId',
      facts: { findings: findingsOf(step).map(({ id }) => id) },
    });
  }
  refuseFinder(step, finding);
  refuseUnlessManagerUndoes(step, finding);
  const { id, ground, told, what, voidedAt } = finding;
  step.facts.findings = findingsOf(step).filter((one) => one !== finding);
  const why = inShort(text(`认定已撤回：${reason}`, `the finding was taken back: ${reason}`));
  if (ground !== null && isOpen(step, ground)) {
    if (findingsOf(step).some((one) => one.ground === ground)) putToClearance(step, ground);
    else withdraw(step, ground, why);
  }
  if (finding.rectifies) step.tellAbout(rectification, 'withdrawFinding', { findingId: id, why });
  if (voidedAt !== null) step.write('reinstateOrders', { storeId: storeIn(step.state), foundAtRevision: voidedAt });
  if (told) step.notify('findingWithdrawn', 'provider', { what, reason, withdrawnAt: step.now });
}

/** What the line of a finding that is taken back cites. */
export function whatItRestsOn(findings: readonly Finding[] = [], findingId: string) {
  const ground = findings.find(({ id }) => id === findingId)?.ground;
  if (ground == null) return { clause: 'SH-STORE 四.4', requirement: 'SH-STORE-10.10' };
  const { clause, withdrawal: requirement } = groundOf(ground);
  return { clause, requirement };
}

function findingsOf({ facts: { findings = [] } }: Supervision): readonly Finding[] {
  return findings;
}

function putToClearance(step: Supervision, ground: FoundGround): void {
  detect(
    step,
    ground,
    findingsOf(step).flatMap((one) => (one.ground === ground ? one.facts : [])),
  );
}

function refuseFinder(step: Supervision, { foundBy }: Finding): void {
  if (!step.isOn('clearance.twoPersons') || !accountsOf(step.actor).some((id) => foundBy.includes(id))) return;
  refuse(
    'FOUR_EYES',
    '作出认定的人员不得自行撤回该认定，须由另一人办理。',
    'Who made the finding does not take it back; somebody else must.',
    { field: 'findingId' },
  );
}

/** The store was cleared: taking back the ground undoes that, which is for a manager (SH-STORE-11.7). */
function refuseUnlessManagerUndoes({ state, actor }: Supervision, { ground }: Finding): void {
  if (state.closedAt === null || ground === null || (actor.roles ?? [actor.role]).includes('manager')) return;
  refuse(
    'NOT_ALLOWED',
    '该店铺的清退已经确认，撤回认定将撤销清退，须由负责人办理。',
    'The clearance of the store is confirmed: taking the finding back undoes it, which is for a manager.',
    { field: 'findingId' },
  );
}

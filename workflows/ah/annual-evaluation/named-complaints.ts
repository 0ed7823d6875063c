/** Which complaints a corrected number leaves out or takes in beside those that were counted (AH-EVAL-02.17, 06.4). */
import { refuse } from '../../../rules/refusal.ts';
import { counted } from '../../../rules/text.ts';
import type { AhReadings } from '../words.ts';
import type { EvaluationData, NamedComplaints } from './facts.ts';

type Standing = AhReadings['scoringRecord']['complaints'];

/** No correction has named any. */
export const NONE_NAMED: NamedComplaints = { leftOut: [], takenIn: [] };

/** The cases of the complaints that stand in the year. */
export function standingIn(year: number, complaints: Standing): readonly string[] {
  return complaints.filter(({ day }) => day.startsWith(`${year}-`)).map(({ caseId }) => caseId);
}

/**
 * What is left out and taken in once these are named: one that was counted is left out, another one that was verified is taken in, and one that was
 * named before is as it was.
 * @throws Refusal INVALID_INPUT for one that is no verified complaint about the member, or counts by itself
 */
export function withNamed(
  { complaints = [], named = NONE_NAMED }: Pick<EvaluationData, 'complaints' | 'named'>,
  cases: readonly string[],
  year: number,
  standing: Standing,
): NamedComplaints {
  let { leftOut, takenIn } = named;
  for (const id of cases) {
    if (leftOut.includes(id)) leftOut = leftOut.filter((one) => one !== id);
    else if (takenIn.includes(id)) takenIn = takenIn.filter((one) => one !== id);
    else if (complaints.includes(id)) leftOut = [...leftOut, id];
    else {
      refuseNotVerified(id, year, standing);
      takenIn = [...takenIn, id];
    }
  }
  return { leftOut, takenIn };
}

/** By how much the number of complaints differs from what was counted. */
function differenceOf({ leftOut, takenIn }: NamedComplaints): number {
  return takenIn.length - leftOut.length;
}

/** How many complaints the records had when the data were sent, as the corrections that name them have it. */
export function complaintsThen({ complaintsAtSending, named = NONE_NAMED }: EvaluationData): number {
  return complaintsAtSending + differenceOf(named);
}

/** The complaints of the year that count of those that stand. */
export function countedOf(year: number, complaints: Standing, { leftOut, takenIn } = NONE_NAMED): readonly string[] {
  const ofYear = standingIn(year, complaints).filter((id) => !leftOut.includes(id));
  const others = complaints.map(({ caseId }) => caseId).filter((id) => takenIn.includes(id));
  return [...new Set([...ofYear, ...others])];
}

function refuseNotVerified(id: string, year: number, standing: Standing): void {
  if (standingIn(year, standing).includes(id)) {
    refuse(
      'INVALID_INPUT',
      '其中有数据报送核对以后核实的投诉：计分时自动计入，无须更正。',
      'One of these was verified after the data were sent: it counts by itself when the evaluation is scored.',
      { field: 'cases', facts: { complaint: id } },
    );
  }
  if (standing.some(({ caseId }) => caseId === id)) return;
  refuse(
    'INVALID_INPUT',
    '只能选择已计入的投诉（不再计入），或者经核实为该成员责任的其他投诉（另行计入）。',
    'Name complaints that were counted, to leave them out, or others that were verified as the responsibility of this member, to take them in.',
    { field: 'cases', facts: { complaint: id } },
  );
}

/** @throws Refusal INVALID_INPUT where the number is not what follows from the complaints that are named */
export function refuseOtherNumber(from: number, to: number, before = NONE_NAMED, after = NONE_NAMED): void {
  const expected = from + differenceOf(after) - differenceOf(before);
  if (to === expected) return;
  refuse(
    'INVALID_INPUT',
    `现为 ${from} 件，按所选投诉应为 ${expected} 件，与填写的 ${to} 件不符。`,
    `It is ${counted(from, 'complaint')} now, and with those named ${expected}: not ${to}.`,
    { field: 'to', facts: { from, expected } },
  );
}

/** @throws Refusal INVALID_INPUT */
export function refuseNotOfComplaints(): never {
  return refuse(
    'INVALID_INPUT',
    '只有更正投诉件数时才填所涉投诉。',
    'Complaints are named only where their number is corrected.',
    { field: 'cases' },
  );
}

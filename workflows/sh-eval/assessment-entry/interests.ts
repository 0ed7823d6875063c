/** What follows where an assessor turns out to have an interest in the institution (SH-EVAL-08.1, XC-05.5). */
import { entry } from '../../../rules/phrases.ts';
import { sheetOrder } from '../../../rules/sh-eval/scores.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { registers } from '../words.ts';
import { askForSheet } from './ask-for-sheet.ts';
import type { assessmentEntry } from './contract.ts';

type Entry = StepOf<typeof assessmentEntry>;

const scoring = { clause: 'SH-EVAL 附件2', requirement: 'SH-EVAL-08.1' } as const;

/** A sheet that is not opened yet is void; in place of one that was opened somebody else scores, or the commission decides. */
export function assessorInterested(step: Entry, account: string): 'SETTLED' | 'TO_DECIDE' {
  const { facts, state } = step;
  if (facts.sheets === null && facts.filedBy?.includes(account) === true) {
    const why = text(
      '测评人员存在利益关系，其评分表作废，由其他测评人员评分',
      'An assessor has an interest: the sheet is void, and somebody else scores',
    );
    step.record('SHEET_VOID', why, scoring);
    voidSheet(step, account, why);
    return 'SETTLED';
  }
  const nth = facts.sheets?.findIndex(({ assessor }) => assessor === account) ?? -1;
  if (nth < 0) return 'TO_DECIDE';
  const which = sheetOrder[nth === 0 ? 'FIRST' : 'SECOND'];
  step.record('INTEREST_CONCERNS', entry(text('所涉评分表', 'The sheet it concerns'), which), scoring);
  if (state.stage !== 'SCORED') return 'TO_DECIDE';
  step.participate('interested', account);
  followInterests(step);
  return 'SETTLED';
}

/** The assessors with an interest whose sheets count are with the third party while it has the entry, and with the commission after it. */
export function followInterests(step: Entry): void {
  const { interested = [] } = step.state.participants;
  const accounts = interested.filter((account) => isAssessor(step, account));
  if (step.state.stage === 'SCORED') {
    if (accounts.length === 0) step.closeTask('scoreAnew');
    else {
      if (accounts.length === interested.length) step.closeTask('lookIntoInterest');
      step.openOrDescribeTask('scoreAnew', { accounts });
    }
  } else if (step.task('scoreAnew') !== undefined) {
    step.closeTask('scoreAnew');
    step.openOrDescribeTask('lookIntoInterest', { accounts });
  }
}

function isAssessor({ facts: { sheets } }: Entry, account: string): boolean {
  return sheets?.some(({ assessor }) => assessor === account) === true;
}

/** Another assessor files a sheet in its place; what it said stays on record. */
function voidSheet(step: Entry, assessor: string, reason: Text): void {
  const { facts } = step;
  facts.filedSheets -= 1;
  facts.filedBy = (facts.filedBy ?? []).filter((one) => one !== assessor);
  step.write('register', {
    register: registers.sheets,
    status: 'FILED',
    validFrom: null,
    validTo: null,
    data: { [step.state.id]: { [assessor]: null } },
    adds: true,
    reason,
  });
  askForSheet(step);
}

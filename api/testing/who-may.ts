/**
 * Who may do what in a case of each kind, as it is written by hand in `who-may.txt` beside the process:
 *
 *     party applicant: provider
 *
 *     reviewer here: passReview failReview
 *       askForMore
 *     applicant: withdraw
 *     case: warn
 *
 * First the parties with the roles of those who act for them, then actions by who may do them. `reviewer here` holds the role at the body
 * that handles the case, within its region; `admin anywhere` holds it wherever; `case` is another case of the platform; any other name is
 * a party, and means whoever acts for it. An indented line goes on with the one before.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { folderOf } from '../../workflows/beside.ts';

export interface WhoMay {
  /** The parties, with the roles of those who act for them. */
  readonly parties: Readonly<Record<string, readonly string[]>>;
  /** Who may do each action. */
  readonly actions: ReadonlyMap<string, readonly string[]>;
}

/** What every kind of case has. */
const COMMON = `
reviewer here: claimTask releaseTask delegateTask handBackTask recallTask recordContact recordLetter
manager here: claimTask releaseTask assignTask delegateTask handBackTask recallTask recordContact recordLetter adoptRules settleInterest
admin anywhere: claimTask releaseTask delegateTask handBackTask recallTask
case: holderLeft interestDeclared noticeFailed noticeSettled noticeServed calendarLoaded clockFollowed
`;

/** @throws Error that names the file, if it is not there or holds a line that cannot be read */
export function whoMay(contract: Pick<ProcessContract, 'regime' | 'kind'>): WhoMay {
  const path = `workflows/${folderOf(contract)}/who-may.txt`;
  const file = new URL(`../../${path}`, import.meta.url);
  if (!existsSync(file)) {
    throw new Error(`${path} is missing: write there which parties the case has and who may do each of its actions.`);
  }
  return readWhoMay(readFileSync(file, 'utf8'), path);
}

/** Reads such a table, and adds what every kind of case has. */
export function readWhoMay(written: string, path: string): WhoMay {
  const parties: Record<string, readonly string[]> = {};
  const actions = new Map<string, readonly string[]>();
  for (const line of `${COMMON}${written.trimEnd()}`.replace(/\n +/g, ' ').split('\n')) {
    if (line.trim() === '') continue;
    const [, party, who, names = ''] = /^(?:party (\w+)|(\w+(?: here| anywhere)?)):((?: +\w+)+) *$/.exec(line) ?? [];
    const words = names.trim().split(/ +/);
    if (party !== undefined) parties[party] = words;
    else if (who !== undefined) for (const name of words) actions.set(name, [...(actions.get(name) ?? []), who]);
    else throw new Error(`${path} holds a line that is none of its kind: '${line}'.`);
  }
  return { parties, actions };
}

/** Complaints as every regime handles them: what they are about, and the finding on responsibility with which they end (HN-NET-20.4). */
import { isFilled, text, type Text } from '../text.ts';
import type { Issue } from '../issue.ts';

/** What a complaint is about: the duty that the complainant says was breached. */
export interface ComplaintReason {
  readonly title: Text;
  /** The passage of the duty; for the open reason that of the right to complain. */
  readonly clause: string;
  readonly requirement: string;
}

/** What the measures of a regime say of complaints. `Reason` and `Party` are its codes. */
export interface ComplaintLaw<Reason extends string = string, Party extends string = string> {
  /** What can be complained of. */
  readonly reasons: Readonly<Record<Reason, ComplaintReason>>;
  /** Who can be found responsible. */
  readonly parties: Readonly<Record<Party, Text>>;
  /** Whom the complaint is about: an upheld one counts only against this party. */
  readonly respondent: NoInfer<Party>;
  /** Whom a complaint can be upheld against: the respondent, or the platform itself. */
  readonly blamed: readonly NoInfer<Party>[];
  /** Id of the requirement that the finding fulfils. */
  readonly requirement: string;
}

/** The finding with which a complaint ends. */
export interface Finding<Reason extends string = string, Party extends string = string> {
  readonly verdict: 'UPHELD' | 'NOT_UPHELD';
  readonly responsible: Party;
  /** The duties found breached; at least one where the complaint is upheld. */
  readonly breached: readonly Reason[];
  /** Told to both sides. */
  readonly reasons: string;
}

/** All that must be put right before a finding can be given (HN-NET-20.4, SH-STORE-14.2, XC-05.1); empty when nothing. */
export function checkFinding({ parties, blamed, requirement }: ComplaintLaw, finding: Finding): Issue<keyof Finding>[] {
  const issues: Issue<keyof Finding>[] = [];
  const wrong = (field: keyof Finding, zh: string, en: string) =>
    issues.push({ field, requirement, message: text(zh, en) });
  const upheld = finding.verdict === 'UPHELD';
  if (!isFilled(finding.reasons))
    wrong('reasons', '请写明理由，将告知双方', 'Give the reasons; both sides are told them');
  if (upheld !== blamed.includes(finding.responsible)) {
    const titles = blamed.map((code) => parties[code] ?? text(code, code));
    const zh = titles.map((one) => one.zh).join('或者');
    const en = titles.map((one) => one.en.toLowerCase());
    if (upheld)
      wrong('responsible', `投诉成立须认定${zh}有责`, `A complaint is upheld against the ${en.join(' or the ')}`);
    else {
      wrong(
        'responsible',
        `投诉不成立时不认定${zh}有责`,
        `A complaint that is not upheld blames neither the ${en.join(' nor the ')}`,
      );
    }
  }
  if (upheld && finding.breached.length === 0) {
    wrong('breached', '请选择违反的义务', 'Choose the duties that were breached');
  }
  if (!upheld && finding.breached.length > 0) {
    wrong('breached', '投诉不成立时不认定违反义务', 'No duty is breached if it is not upheld');
  }
  return issues;
}

/** Whether a finding counts against whom the complaint is about: in its credit record or its number of complaints. */
export function countsAgainst(
  { respondent }: Pick<ComplaintLaw, 'respondent'>,
  { verdict, responsible }: { readonly verdict: string; readonly responsible: string },
): boolean {
  return verdict === 'UPHELD' && responsible === respondent;
}

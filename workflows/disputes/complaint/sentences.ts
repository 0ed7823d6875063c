/** What the timeline says of the actions of every complaint (XC-05.3). */
import type { ComplaintLaw } from '../../../rules/disputes/complaint.ts';
import { entry, listed, parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { ComplaintInputs } from './facts.ts';

type Input<A extends keyof ComplaintInputs> = ComplaintInputs[A];

export function complaintSentences({ parties, reasons }: ComplaintLaw) {
  return {
    giveStatement: ({ statement }: Pick<Input<'giveStatement'>, 'statement'>) => statement,

    upholdComplaint: ({ responsible, breached, evidence }: Omit<Input<'upholdComplaint'>, 'reason'>) =>
      parts(
        responsibility(parties, responsible),
        entry(text('违反的义务', 'duties breached'), listed(breached.flatMap((code) => reasons[code]?.title ?? []))),
        ...restingOn(evidence),
      ),

    rejectComplaint: ({ responsible, evidence }: Omit<Input<'rejectComplaint'>, 'reason'>) =>
      parts(responsibility(parties, responsible), ...restingOn(evidence)),
  };
}

export function responsibility(parties: ComplaintLaw['parties'], responsible: string): Text {
  return entry(text('责任方', 'responsible'), parties[responsible] ?? text(responsible, responsible));
}

function restingOn(evidence: string | undefined): Text[] {
  return evidence === undefined ? [] : [entry(text('认定依据', 'evidence'), evidence)];
}

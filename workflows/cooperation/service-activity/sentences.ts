/** What the timeline says of the actions of every service activity (XC-05.3). */
import { evidencePieces } from '../../../rules/cooperation/activity.ts';
import { entry, listed, parts } from '../../../rules/phrases.ts';
import { counted, text, type Text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { ActivityInputs, ClosingInputs, EvidenceInputs } from './facts.ts';

type Input<A extends keyof ActivityInputs> = ActivityInputs[A];

/** @param bodyName what a body of the regime is called; @param partyName what a party is called on the timeline */
export function activitySentences(bodyName: (id: string) => Text, partyName: (key: string) => Text) {
  return {
    recordSignUps: ({ enterprises }: Input<'recordSignUps'>) =>
      text(`${enterprises} 家企业`, counted(enterprises, 'enterprise')),

    rescheduleActivity: ({ plannedOn }: Pick<Input<'rescheduleActivity'>, 'plannedOn'>) =>
      entry(text('改至', 'to'), dayInWords(plannedOn)),

    addPartner: ({ partner }: Input<'addPartner'>) => partyName(partner),

    recordHeld: ({ heldOn, checkedIn, attendance }: Input<'recordHeld'>) =>
      parts(
        entry(text('举办日期', 'held on'), dayInWords(heldOn)),
        entry(text('签到企业', 'checked in'), text(`${checkedIn} 家`, counted(checkedIn, 'enterprise'))),
        listed(
          attendance.map(({ body, enterprises, persons }) =>
            entry(
              bodyName(body),
              text(
                `${enterprises} 家 ${persons} 人`,
                `${counted(enterprises, 'enterprise')}, ${counted(persons, 'person')}`,
              ),
            ),
          ),
        ),
      ),

    recordEvaluations: ({ evaluations, satisfied }: Input<'recordEvaluations'>) =>
      text(`评价 ${evaluations} 份，满意 ${satisfied} 份`, `${evaluations} evaluations, ${satisfied} satisfied`),
  };
}

export const closingSentences = {
  closeActivity: ({ summary }: Pick<ClosingInputs['closeActivity'], 'summary'>) => summary,
};

export const evidenceSentences = {
  uploadEvidence: ({ piece }: Pick<EvidenceInputs['uploadEvidence'], 'piece'>) => evidencePieces[piece],
  acceptEvidence: ({ onPlan }: Pick<EvidenceInputs['acceptEvidence'], 'onPlan'>) =>
    onPlan ? text('重点服务活动', 'key activity') : text('非重点服务活动', 'no key activity'),
  returnEvidence: ({ pieces }: Pick<EvidenceInputs['returnEvidence'], 'pieces'>) =>
    listed(pieces.map((piece) => evidencePieces[piece])),
};

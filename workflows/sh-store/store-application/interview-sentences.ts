/** What the timeline says of the actions about the interview: the appointment, who came, what was verified (XC-05.3). */
import type { Phrase } from '../../../rules/notices.ts';
import { changed, entry, listed, parts, remarked } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import { momentInWords } from '../../../rules/time/index.ts';
import { confirmedOutsideHours, type Proposed } from '../../engine/appointment.ts';
import { serviceInWords } from '../../engine/service.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { CaseState } from '../../engine/state.ts';
import { byResult } from './by-result.ts';
import type { Appointment, StoreApplicationFacts, storeApplication } from './contract.ts';

export const interviewSentences = {
  passPreliminaryReview: ({ interview }, { after }) => appointmentInWords(interview, after),

  rescheduleInterview: ({ interview, onBehalfOf }, { before, after }) => {
    const was = before.facts.interview;
    const counted = after.facts.reschedulings > before.facts.reschedulings;
    const moved = onBehalfOf ?? (counted ? 'APPLICANT' : 'CENTRE');
    return parts(
      was === null
        ? appointmentInWords(interview, after)
        : parts(changed(momentInWords(was.at), momentInWords(interview.at)), ...placeAndMore(interview, after)),
      moved === 'CENTRE'
        ? text('因中心原因改期', "moved for the Centre's reasons")
        : text('因申请人原因改期', "moved for the applicant's reasons"),
    );
  },

  recordAttendance: ({ attendees }) =>
    remarked(
      text(`申请人方 ${attendees.length} 人`, `${attendees.length} for the applicant`),
      listed(attendees.map(({ capacity }) => capacity)),
    ),

  recordAbsence: (_input, { before }) => interviewBefore(before.facts),
  excuseAbsence: ({ interview }, { after }) => appointmentInWords(interview, after),

  findAbsenceWithoutCause: ({ serviceProof }, { before }) =>
    parts(interviewBefore(before.facts), serviceInWords(serviceProof)),

  verifyMaterials: ({ items }, { before }) =>
    byResult(
      items.map(({ item, result, note }) => ({
        of: noted(before.facts.interview?.originals.find(({ key }) => key === item)?.title ?? item, note),
        result,
      })),
      {
        OK: text('与原件相符', 'verified'),
        DEFICIENT: text('不符', 'deficient'),
        NOT_APPLICABLE: text('不适用', 'not applicable'),
      },
    ),
} satisfies Partial<SentencesOf<typeof storeApplication>>;

function noted(thing: Phrase, note: string | undefined): Phrase {
  return note === undefined ? thing : entry(thing, note);
}

function appointmentInWords(appointment: Appointment & Proposed, after: CaseState): Text {
  const at = momentInWords(appointment.at);
  return parts(text(`${at.zh} 面审`, `interview at ${at.en}`), ...placeAndMore(appointment, after));
}

function placeAndMore(appointment: Appointment & Proposed, after: CaseState): Text[] {
  const { minutes, place, requirements, originals } = appointment;
  const outside = confirmedOutsideHours(after, appointment);
  const more = [
    { name: text('要求', 'required'), of: requirements },
    { name: text('另带原件', 'originals to bring beside the usual ones'), of: originals },
  ];
  return [
    entry(text('地点', 'place'), place),
    text(`约 ${minutes} 分钟`, `about ${minutes} minutes`),
    ...(outside === undefined ? [] : [outside]),
    ...more.flatMap(({ name, of }) => (of.length === 0 ? [] : [entry(name, listed(of))])),
  ];
}

function interviewBefore({ interview }: StoreApplicationFacts): Text {
  const at = interview === null ? undefined : momentInWords(interview.at);
  return at === undefined ? text('面审', 'the interview') : text(`${at.zh} 的面审`, `the interview at ${at.en}`);
}

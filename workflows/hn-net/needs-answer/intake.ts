/** How a survey of needs is answered: by the enterprise, without an account too, or by staff who asked it (HN-NET-05.4). Not for workflow code. */
import { z } from 'zod';
import { serviceCategories } from '../../../rules/hn-net/service-request.ts';
import { personKey, unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { answerFields } from '../../cooperation/needs-survey/input.ts';
import { intake, type Filed, type Filing } from '../../engine/intake.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { caseId, platformId } from '../dispute-input.ts';
import { filedFor } from '../staff-filing.ts';
import { namedPlatform } from '../named-platform.ts';
import { registers, windowsIn } from '../words.ts';
import type { NeedsAnswerOpening } from './contract.ts';

const formSchema = z.strictObject({
  platform: titled(platformId, '开展调查的平台', 'Platform that collects'),
  survey: titled(
    refersTo(caseId.optional(), 'case', 'needsSurvey'),
    '所答复的调查',
    'Survey that is answered',
    text('不填则为该平台正在进行的调查。', 'The survey that the platform has open, if left out.'),
  ),
  ...answerFields(serviceCategories),
});

type Answered = Filed<z.output<typeof formSchema>>;

export const needsAnswerIntake = intake({
  form: formSchema,

  lookUp: ({ platform }) => ({
    registers: [registers.windows],
    cases: [{ kind: 'needsSurvey', subject: unitKey(platform) }],
  }),

  file(filed): Filing {
    const { platform, category } = filed.form;
    const { named, subject: unit, body } = namedPlatform(platform, windowsIn(filed.entries), 'platform');
    const isOwn = filed.filer.offices.some(
      ({ role, party: of }) =>
        (role === 'consumer' || role === 'contact') && (of ?? personKey(filed.filer.id)) === filed.party,
    );
    if (!isOwn) refuseEntry(filed);
    const opening: NeedsAnswerOpening = { survey: surveyOf(filed), category, platform };
    // Somebody without an account is nobody of the records: the platform stands in the place.
    const subject = isOwn ? filed.party : unit;
    const title = isOwn ? filed.filerName : named.name.zh;
    return { subject, title, parties: { enterprise: [subject] }, body, bodies: { platform: body }, opening };
  },
});

/** @throws Refusal for staff of another platform, and for an answer without anybody to be reached */
function refuseEntry({ filer, form: { platform, requester }, entries }: Answered): void {
  filedFor(filer, platform, windowsIn(entries), 'platform');
  if (requester !== undefined) return;
  refuse('INVALID_INPUT', '请填写联系人。', 'Name whom the answer is entered for.', { field: 'requester' });
}

function surveyOf({ form: { survey }, cases }: Answered): string {
  const open = cases.filter(({ isOpen }) => isOpen);
  const [found, another] = survey === undefined ? open : open.filter(({ id }) => id === survey);
  if (found === undefined) {
    refuse('NOT_NOW', '该平台没有正在进行的这项需求调查。', 'The platform has no such survey open.', {
      field: 'survey',
    });
  }
  if (another !== undefined) {
    refuse(
      'INVALID_INPUT',
      '该平台有多项调查正在进行，请选择其中一项。',
      'The platform has several surveys open: choose one.',
      {
        field: 'survey',
      },
    );
  }
  return found.id;
}

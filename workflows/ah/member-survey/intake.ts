/** How the provincial platform begins a survey of needs with every member of the network (AH-OPS-02.1). Not for workflow code. */
import { z } from 'zod';
import { PLATFORM } from '../../../rules/ah/bodies.ts';
import { anhuiBody, anhuiBodyOf, cityPlatformOf, partyOfBody, provincialPlatform } from '../../../rules/ah/members.ts';
import { refuse } from '../../../rules/refusal.ts';
import { isOfBody } from '../../../rules/roles.ts';
import type { SurveyOpening } from '../../cooperation/needs-survey/facts.ts';
import { refusePast, surveyFields } from '../../cooperation/needs-survey/input.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { registers } from '../words.ts';

export const memberSurveyIntake = intake({
  form: z.strictObject({ ...surveyFields }),

  lookUp: () => ({ registers: [registers.members] }),

  file({ form: { topic, until }, filer, now, entries }): Filing {
    if (!filer.offices.some((office) => isOfBody(office, provincialPlatform))) {
      refuse('OUT_OF_SCOPE', '需求征集由省综合服务平台组织。', 'Surveys are held by the provincial platform.');
    }
    refusePast(until, now);
    const members = entries.filter(({ status }) => status === 'MEMBER');
    if (members.length === 0) {
      refuse('CONDITION_NOT_MET', '平台网络还没有成员。', 'The network has no member yet.');
    }
    const opening: SurveyOpening = {
      ...{ topic, until, partOf: null },
      // The part of a city platform is the task of its own staff, that of an institution of the province.
      collectors: members.map(({ party }) => {
        const city = cityPlatformOf(party);
        return { party, body: city === null ? provincialPlatform : anhuiBodyOf(city) };
      }),
    };
    const subject = partyOfBody(PLATFORM);
    const title = anhuiBody(PLATFORM).name.zh;
    const body = provincialPlatform;
    return { subject, title, parties: { collector: [subject] }, body, bodies: { platform: body }, opening };
  },
});

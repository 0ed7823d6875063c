/** How an enterprise publishes a need with the platform of a city, or the provincial one (AH-OPS-02.2). Not for workflow code. */
import { z } from 'zod';
import { PLATFORM } from '../../../rules/ah/bodies.ts';
import { anhuiBody, anhuiBodyOf, bodiesOf } from '../../../rules/ah/members.ts';
import { needCategories } from '../../../rules/ah/needs.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';
import type { ServiceNeedOpening } from './contract.ts';

const platforms = { [PLATFORM]: anhuiBody(PLATFORM).name, ...bodiesOf('CITY_PLATFORM') };

export const serviceNeedIntake = intake({
  form: z.strictObject({
    platform: titled(
      choice(platforms).default(PLATFORM),
      '发布平台',
      'Platform',
      text('不填则为省综合服务平台。', 'The provincial platform if left out.'),
    ),
    category: titled(choice(needCategories), '需求类别', 'Category of the need'),
    need: titled(
      paragraphs(2000),
      '需求内容',
      'What is needed',
      text('需要什么服务、何时需要。', 'Which service, and when.'),
    ),
  }),

  file({ form: { platform, category }, party, filerName }): Filing {
    const opening: ServiceNeedOpening = { category };
    return {
      ...{ subject: party, title: filerName, parties: { requester: [party] }, body: anhuiBodyOf(platform), opening },
    };
  },
});

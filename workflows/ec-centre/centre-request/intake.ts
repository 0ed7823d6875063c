/** How a service is asked of a centre (EC-CENTRE-07.1). */
import { z } from 'zod';
import { centreServices } from '../../../rules/ec-centre/services.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { intake } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';
import { centreKey, registeredCentre } from '../centre-key.ts';
import { centreReference, registers } from '../words.ts';
import type { CentreRequestOpening } from './contract.ts';

const form = z.strictObject({
  centre: centreKey,
  service: titled(choice(centreServices), '服务类型', 'Kind of service'),
  need: titled(
    paragraphs(4000),
    '服务需求',
    'What is needed',
    text('需要什么服务、何时需要。', 'Which service is needed, and when.'),
  ),
});

export const centreRequestIntake = intake({
  form,

  lookUp: ({ centre }) => ({ entries: [{ register: registers.centres, party: centre }] }),

  file({ form: { centre, service }, party, filerName, entries }) {
    const entry = registeredCentre(entries, centre);
    const body = { bodyId: entry.bodyId, region: entry.region };
    const opening: CentreRequestOpening = { service, centreName: entry.name };
    return {
      subject: party,
      title: filerName,
      parties: { enterprise: [party], centre: [centre] },
      body,
      bodies: { authority: body },
      about: centreReference(centre),
      opening,
    };
  },
});

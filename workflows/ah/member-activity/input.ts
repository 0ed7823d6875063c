/** Input schemas of the actions of a service activity. Read by the API and the signal bridge alone. */
import type { z } from 'zod';
import { PLATFORM } from '../../../rules/ah/bodies.ts';
import { anhuiBody, bodiesOf } from '../../../rules/ah/members.ts';
import { activityInputSchemas, evidenceInputSchemas } from '../../cooperation/service-activity/input.ts';
import { choice } from '../../engine/choice.ts';
import { titled } from '../../engine/titled.ts';
import { partyKey } from '../member-input.ts';

/** The provincial platform and those of the cities. */
const anyPlatform = titled(
  choice({ [PLATFORM]: anhuiBody(PLATFORM).name, ...bodiesOf('CITY_PLATFORM') }),
  '平台',
  'Platform',
);

export const memberActivityInputs = { ...activityInputSchemas(anyPlatform, partyKey), ...evidenceInputSchemas };

export type MemberActivityInputs = {
  [A in keyof typeof memberActivityInputs]: z.output<(typeof memberActivityInputs)[A]>;
};

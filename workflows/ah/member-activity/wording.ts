/** Mails of a service activity (AH-EVAL-03). */
import { activityWordings, evidenceWordings } from '../../cooperation/service-activity/wording.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { memberActivity } from './contract.ts';

export const memberActivityWording: WordingsOf<typeof memberActivity> = { ...activityWordings, ...evidenceWordings };

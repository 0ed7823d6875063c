/** Liaison officers and public services of a platform, 第七条第七项、第二十二条: published at once, and every version kept. */
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { registers } from '../words.ts';
import { platformDisclosure as contract } from './contract.ts';

export const platformDisclosure = defineProcess(contract, {
  facts: (opening) => opening,

  // Nothing is pending: the entry names this case, whose form the public page shows from now on.
  open(step, { officers, handlingDays }) {
    step.write('register', {
      register: registers.disclosures,
      status: 'PUBLISHED',
      validFrom: dayOf(step.now),
      validTo: null,
      data: { officers, handlingDays },
    });
    step.close('PUBLISHED');
  },

  due: {},
  actions: {},
});

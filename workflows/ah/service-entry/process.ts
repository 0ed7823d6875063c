/** Service data of a member: each enterprise counts once, whatever way it came; a product counts while it is in service (AH-EVAL-02.5, 02.14). */
import { refuse } from '../../../rules/refusal.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { serviceEntry as contract, type Entry } from './contract.ts';

export const serviceEntry = defineProcess(contract, {
  facts: (opening) => opening,

  open: (step) => count(step, 1),

  due: {},

  requires: { withdrawProduct: [isProduct] },

  actions: {
    withdrawProduct(step) {
      count(step, 0);
      step.close('WITHDRAWN');
    },

    excludeEntry(step) {
      count(step, 0);
      step.close('EXCLUDED');
    },
  },
});

/** An enterprise is counted under its code, so that who registers and follows counts once. */
function count(step: Entry, n: 0 | 1): void {
  const { entry, enterprises, benefit } = step.facts;
  const counted = { party: step.party('member'), n, day: dayOf(step.state.openedAt) };
  if (entry === 'PRODUCT') {
    step.write('figure', { ...counted, figure: 'products', key: step.state.id });
    if (benefit) step.write('figure', { ...counted, figure: 'benefitProducts', key: step.state.id });
  } else {
    for (const code of enterprises) step.write('figure', { ...counted, figure: 'users', key: code });
  }
}

function isProduct({ facts: { entry } }: Entry): void {
  if (entry === 'PRODUCT') return;
  refuse('CONDITION_NOT_MET', '只有服务产品可以停止服务。', 'A product alone can be taken out of service.');
}

/** Service data of a member: each enterprise counts once, whatever way it came; a product counts while it is in service (AH-EVAL-02.5, 02.7, 02.14). */
import { entryKinds } from '../../../rules/ah/entries.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf, yearOf, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { qualityKey } from '../words.ts';
import { serviceEntry as contract, type Entry } from './contract.ts';

export const serviceEntry = defineProcess(contract, {
  facts: (opening) => opening,

  open: (step) => count(step, 1),

  due: {},

  requires: { withdrawProduct: [isProduct] },

  actions: {
    // It counts in the periods that ended before; from now on one product less is in service.
    withdrawProduct(step) {
      countProduct(step, -1, `${step.state.id}:ended`, dayOf(step.now));
      step.close('WITHDRAWN');
    },

    excludeEntry(step, { reason }) {
      count(step, 0);
      const told = { entry: entryKinds[step.facts.entry], enteredOn: dayOf(step.state.openedAt) };
      step.notify('entryExcluded', 'member', { ...told, reason, decidedAt: step.now });
      step.close('EXCLUDED');
    },
  },
});

/** An enterprise is counted under its code, so that who registers and follows counts once. */
function count(step: Entry, n: 0 | 1): void {
  const { entry, enterprises } = step.facts;
  const day = dayOf(step.state.openedAt);
  if (entry === 'PRODUCT') {
    countProduct(step, n, step.state.id, day);
    return;
  }
  const isQuality = entry === 'DEMONSTRATION';
  const counted = { party: step.party('member'), figure: isQuality ? 'quality' : 'users', n, day } as const;
  for (const code of enterprises) {
    step.write('figure', { ...counted, key: isQuality ? qualityKey(code, yearOf(step.state.openedAt)) : code });
  }
}

function countProduct(step: Entry, n: -1 | 0 | 1, key: string, day: Day): void {
  const counted = { party: step.party('member'), key, n, day };
  step.write('figure', { ...counted, figure: 'products' });
  if (step.facts.benefit) step.write('figure', { ...counted, figure: 'benefitProducts' });
}

function isProduct({ facts: { entry } }: Entry): void {
  if (entry === 'PRODUCT') return;
  refuse('CONDITION_NOT_MET', '只有服务产品可以停止服务。', 'A product alone can be taken out of service.');
}

import { remarked } from '../../../rules/phrases.ts';
import { routeTitles } from '../../../rules/sh-store/routes.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { storeSetup } from '../store-setup/contract.ts';
import { storeSupervision } from '../store-supervision/contract.ts';
import { trialOperation } from '../trial-operation/contract.ts';
import { storeReference } from '../words.ts';
import type { Application } from './contract.ts';

/**
 * Passing the interview is the event 通过开店审核: the store opens, its supervision begins, the set-up clock starts and, on
 * the trial route, the trial too, all from the same day (SH-STORE-05.9, 07.15).
 */
export function openStore(step: Application): void {
  const { route, figures, recommendation } = step.facts;
  const [ownerId] = step.state.participants['filer'] ?? [];
  if (ownerId === undefined) throw new Error('An application has a filer.');
  const storeId = step.newId('sto');
  const onTrial = route === 'TRIAL';
  step.state.about = storeReference(storeId);
  const status = onTrial ? 'TRIAL' : 'NORMAL';
  step.write('openStore', { storeId, ownerId, route, status, establishedOn: figures.establishedOn });
  step.record('STORE_OPENED', remarked(text('店铺开通', 'The store is open'), routeTitles[route]), {
    detail: { storeId, route },
    clause: 'SH-STORE 四.3',
    requirement: 'SH-STORE-05.9',
  });
  const parties = { provider: [step.party('applicant')] };
  step.open(storeSetup, { approvedAt: step.now, route }, { parties });
  step.open(storeSupervision, { openedOn: dayOf(step.now) }, { parties });
  if (!onTrial || recommendation === null) return;
  const { recommenderId, recommendingParty, department, documentNumber } = recommendation;
  step.open(
    trialOperation,
    { approvedAt: step.now, recommenderId, department, documentNumber },
    { parties: { ...parties, recommender: [recommendingParty] } },
  );
}

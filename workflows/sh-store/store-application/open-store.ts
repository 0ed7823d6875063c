import { text } from '../../../rules/text.ts';
import type { Application } from './contract.ts';
import type { StoreSetupOpening } from '../store-setup/contract.ts';
import type { TrialOperationOpening } from '../trial-operation/contract.ts';

/**
 * Passing the interview is the event 通过开店审核: the store opens, the set-up clock starts and, on the trial route, the
 * trial too, all from the same day (SH-STORE-05.9, 07.15).
 */
export function openStore(step: Application): void {
  const { route, figures, recommendation } = step.facts;
  const [ownerId] = step.state.participants['filer'] ?? [];
  if (ownerId === undefined) throw new Error('An application has a filer.');
  const storeId = step.childId('sto');
  const onTrial = route === 'TRIAL';
  step.state.storeId = storeId;
  step.write({
    write: 'openStore',
    storeId,
    ownerId,
    route,
    status: onTrial ? 'TRIAL' : 'NORMAL',
    establishedOn: figures.establishedOn,
  });
  step.record('STORE_OPENED', text('店铺开通', 'The store is open'), {
    detail: { storeId, route },
    clause: 'SH-STORE 四.3',
    requirement: 'SH-STORE-05.9',
  });
  const common = { storeId, openedById: ownerId };
  const setup: StoreSetupOpening = { approvedAt: step.now, route };
  step.openCase(
    { id: step.childId('set'), kind: 'storeSetup', stage: 'SETUP_OPEN', opening: setup, ...common },
    text('开店装修与上架', 'Store set-up'),
  );
  if (!onTrial || recommendation === null) return;
  const { recommenderId, department, documentNumber } = recommendation;
  const trial: TrialOperationOpening = { approvedAt: step.now, recommenderId, department, documentNumber };
  step.openCase(
    {
      id: step.childId('tri'),
      kind: 'trialOperation',
      stage: 'TRIAL_RUNNING',
      opening: trial,
      watchers: [recommenderId],
      ...common,
    },
    text('试运行', 'Trial operation'),
  );
}

/** The doors of the Hunan network: what the public sees of its providers and platforms. */
import { HUB } from '../../rules/hn-net/network.ts';
import { networkMeasures } from '../../rules/hn-net/clauses.ts';
import { complaintReasons } from '../../rules/hn-net/complaint.ts';
import { hideReasons } from '../../rules/hn-net/evaluation.ts';
import { networkInterpretations } from '../../rules/hn-net/interpretations.ts';
import { contentBreaches } from '../../rules/hn-net/unlawful-content.ts';
import { refusalReasons } from '../../rules/hn-net/refusal-reasons.ts';
import { providerStatuses } from '../../rules/hn-net/provider-entry.ts';
import { windowStatuses } from '../../rules/hn-net/window.ts';
import { text } from '../../rules/text.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import type { RegimeFace } from '../regimes.ts';
import { networkBodies, networkChoices } from './network-choices.ts';
import { listCounted, listWindowChecks } from './routes/window-checks.ts';
import { caseReferables } from './views/case-referables.ts';
import { providerChecks } from './provider-checks.ts';
import { getNetwork } from './routes/network.ts';
import { getPlatformRule, listAgreements } from './routes/agreements.ts';
import { listBulletins } from './routes/bulletins.ts';
import { listInformation } from './routes/information.ts';
import { listOperation } from './routes/operation.ts';
import { searchOffers } from './routes/offers.ts';
import { takeDataPackage } from './routes/data-packages.ts';
import { getPlatform } from './routes/platforms.ts';
import { getServiceStatistics, listServiceRecords } from './routes/statistics.ts';
import { listPromotions } from './routes/promotions.ts';
import { getRetention, liftSeal, listRetained, listSeals, sealRecords } from './routes/retention.ts';
import { getProvider, getProviderProof, listEvaluations } from './routes/providers.ts';

export const face: RegimeFace = {
  law: {
    texts: [networkMeasures],
    interpretations: networkInterpretations,
    grounds: [refusalReasons, complaintReasons, hideReasons, contentBreaches].flatMap((table) => Object.values(table)),
  },
  routes: [
    takeDataPackage,
    getProvider,
    listEvaluations,
    getProviderProof,
    getPlatform,
    getNetwork,
    getServiceStatistics,
    listServiceRecords,
    listAgreements,
    getPlatformRule,
    listPromotions,
    listBulletins,
    listWindowChecks,
    listCounted,
    listInformation,
    listOperation,
    searchOffers,
    getRetention,
    listRetained,
    listSeals,
    sealRecords,
    liftSeal,
  ],
  caseReferables,
  caseExtras: { providerRegistration: providerChecks },
  choices: networkChoices,
  bodies: networkBodies,
  // The hub keeps the records.
  atOneBody: { 'retention.read': HUB, 'retention.seal': HUB },
  // That of consumers is nobody's to read.
  publicRegisters: {
    [registers.providers]: { title: text('服务商登记册', 'Register of providers'), statuses: providerStatuses },
    [registers.windows]: {
      title: text('窗口服务平台登记册', 'Register of window platforms'),
      statuses: windowStatuses,
    },
    [registers.bulletins]: {
      title: text('通报', 'Circulars'),
      statuses: { CIRCULATED: text('已通报', 'Circular published') },
    },
  },
};

/** What the actions on the registration of a centre name of it: its liaison points, by their names (EC-CENTRE-05). */
import { pointStatuses } from '../../rules/ec-centre/centre.ts';
import type { LiaisonPoint } from '../../workflows/ec-centre/centre-registration/contract.ts';
import type { CaseReferables } from '../case-referables.ts';

const ofRegistration: CaseReferables = {
  liaisonPoint: (_database, _row, state) => {
    const { points } = state.facts as { readonly points: Readonly<Record<string, LiaisonPoint>> };
    return Object.entries(points)
      .filter(([, { status }]) => status !== 'CLOSED')
      .map(([value, { name, status }]) => {
        const { zh, en } = pointStatuses[status];
        return { value, label: { zh: `${name}（${zh}）`, en: `${name} (${en})` } };
      });
  },
};

export const caseReferables: Readonly<Record<string, CaseReferables>> = { centreRegistration: ofRegistration };

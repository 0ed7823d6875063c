/** Who takes part in a campaign of the assessment, one person a position. */
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Office, Person } from '../../rules/roles.ts';

const commission = { bodyId: 'sh-commission', region: 'SH' } as const;
const assessor = { bodyId: 'sh-assessor', region: 'SH' } as const;
/** The district in which all institutions of the measurement are registered. */
export const district = { bodyId: 'sh-pudong', region: 'SH/PUDONG' } as const;
export const bodies = { district, commission, assessor } as const;

function person(id: string, office: Office): Person {
  return { kind: 'person', id, offices: [office] };
}

export const staff = {
  district: person('bench-district', { role: 'reviewer', ...district }),
  commission: person('bench-commission', { role: 'reviewer', ...commission }),
  manager: person('bench-manager', { role: 'manager', ...commission }),
  /** Who publishes is not who has set the results. */
  secondManager: person('bench-manager-2', { role: 'manager', ...commission }),
  assessor: person('bench-assessor', { role: 'reviewer', ...assessor }),
  secondAssessor: person('bench-assessor-2', { role: 'reviewer', ...assessor }),
} as const;

/** Whoever acts for an institution. */
export function ofInstitution(party: PartyKey): Person {
  return person(`usr-${party}`, { role: 'provider', party });
}

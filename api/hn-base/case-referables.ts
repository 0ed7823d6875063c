/** Who can be named as an expert for a call (HN-BASE-03.1). */
import { personKey } from '../../rules/parties/party.ts';
import { inBoth } from '../../rules/text.ts';
import type { CaseReferables } from '../case-referables.ts';

const ofCall: CaseReferables = {
  expert: async (database) => {
    const rows = await database.user.findMany({
      where: { disabledAt: null, offices: { some: { role: 'expert' } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    });
    return rows.map(({ id, name }) => ({ value: personKey(id), label: inBoth(name) }));
  },
};

export const caseReferables: Readonly<Record<string, CaseReferables>> = { baseCall: ofCall };

/** What the actions on a registered provider name of their own case: services of its form, and lines of its credit record. */
import { entriesOf, type CreditRecord } from '../../../rules/hn-net/credit.ts';
import type { ProviderForm } from '../../../rules/hn-net/provider.ts';
import { inBoth } from '../../../rules/text.ts';
import { contracts } from '../../../workflows/regimes.ts';
import { registers } from '../../../workflows/hn-net/words.ts';
import type { CaseReferables } from '../../case-referables.ts';

const ofRegistration: CaseReferables = {
  service: (_database, { forms: [form] }) =>
    form === undefined
      ? []
      : (form.data as unknown as ProviderForm).services.map(({ code, name }) => ({
          value: code,
          label: inBoth(`${code} ${name}`),
        })),
  creditEntry: async (database, { subject }) => {
    const entry = await database.registerEntry.findUnique({
      where: { register_party: { register: registers.credit, party: subject } },
      select: { data: true },
    });
    const rows = await database.case.findMany({
      where: { id: { in: entriesOf((entry?.data ?? {}) as CreditRecord) } },
      orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
      select: { id: true, number: true, kind: true },
    });
    return rows.map(({ id, number, kind }) => {
      const { zh, en } = contracts[kind]?.title ?? inBoth(kind);
      return { value: id, label: { zh: `${zh} ${number}`, en: `${en} ${number}` } };
    });
  },
};

export const caseReferables: Readonly<Record<string, CaseReferables>> = { providerRegistration: ofRegistration };

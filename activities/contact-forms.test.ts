/** What a form says of whom to write to can be put right, in every regime (XC-04.3, 0063). */
import { expect, it } from 'vitest';
import { contracts, processes } from '../workflows/regimes.ts';
import { regimeRecords } from './regimes.ts';

const forms = Object.values(regimeRecords).flatMap(({ contactForms = {} }) => Object.entries(contactForms));

/** Forms whose contact is changed by another action, and why. */
const otherwise: Readonly<Record<string, string>> = {
  // A consumer keeps all of its address by itself.
  consumerRegistration: 'updateContact',
  // The report is under a commitment from its filing on: what it names is changed by revising it.
  assessmentEntry: 'reviseEntry',
};

it('XC-04.3 the contact of every form that names one can be put right', () => {
  const missing = forms.flatMap(([kind]) =>
    (otherwise[kind] ?? 'correctContact') in (contracts[kind]?.actions ?? {}) ? [] : kind,
  );
  expect(missing).toEqual([]);
  expect(forms.length).toBeGreaterThan(10);
});

it.each(forms.filter(([kind]) => !(kind in otherwise)))(
  'XC-04.3 what is corrected in a form of %s is where its contact is read',
  (kind, { read }) => {
    const changes: unknown[] = [];
    const step = {
      actor: { id: 'one' },
      contract: contracts[kind],
      facts: { filed: { version: 1, credentials: { proofs: [], permits: [], trades: [] }, services: [] } },
      write: (_name: string, { changes: written }: { changes: unknown }) => changes.push(written),
      record: () => undefined,
      participate: () => undefined,
    };
    const corrected = { contactName: '李四', email: 'li@example.cn' };
    processes[kind]?.actions['correctContact']?.(step as never, corrected, undefined);
    expect(changes.map((change) => read(change))).toEqual([{ name: '李四', email: 'li@example.cn' }]);
  },
);

/** The service records of the network. */
import type { Transaction } from '../../prisma/client.ts';
import { lockWithCovers, returnHeldTasks } from '../../prisma/held-tasks.ts';
import type { Effects } from '../../workflows/engine/transition.ts';
import type { HnNetWrites } from '../../workflows/hn-net/words.ts';
import type { CaseHead } from '../case-head.ts';
import type { RecordWriter } from '../records.ts';
import { partnerIssues } from '../../rules/hn-net/provider-entry.ts';
import { refuse } from '../../rules/refusal.ts';
import { refuseIssues } from '../../rules/refuse-issues.ts';
import { registers } from '../../workflows/hn-net/words.ts';

type Written = 'serviceRecord' | 'assignment' | 'partner' | 'officesEnded';

export const serviceWriters: { readonly [W in Written]: RecordWriter<HnNetWrites[W]> } = {
  serviceRecord,
  assignment: refuseUnregistered,
  partner: refuseNoPartner,
  officesEnded: returnTasks,
};

/** The row of a record as the statistics count it from now on; one row a record (HN-NET-24.1). */
async function serviceRecord(
  tx: Transaction,
  { id: caseId, bodyId, region }: CaseHead,
  { at }: Effects,
  write: HnNetWrites['serviceRecord'],
): Promise<void> {
  const row = { ...write, bodyId, region, changedAt: new Date(at) };
  await tx.serviceRecord.upsert({
    where: { caseId },
    create: { caseId, ...row },
    update: row,
    select: { caseId: true },
  });
}

/** @throws Refusal INVALID_INPUT if the registration of the provider does not stand: it may not serve (HN-NET-05.3, 06.7) */
async function refuseUnregistered(
  tx: Transaction,
  _head: CaseHead,
  _effects: Effects,
  { provider: party }: HnNetWrites['assignment'],
): Promise<void> {
  const where = { register: registers.providers, party, status: 'REGISTERED' };
  if ((await tx.registerEntry.count({ where })) > 0) return;
  refuse(
    'INVALID_INPUT',
    '该服务商未登记，或者登记已暂停、注销；请选择登记有效的服务商。',
    'The provider is not registered, or its registration is suspended or has ended; choose one whose registration stands.',
    { field: 'provider', facts: { requirement: 'HN-NET-05.3' } },
  );
}

/** @throws Refusal INVALID_INPUT if the provider is not on the register, or has left it (HN-NET-16.6) */
async function refuseNoPartner(
  tx: Transaction,
  _head: CaseHead,
  _effects: Effects,
  { provider: party }: HnNetWrites['partner'],
): Promise<void> {
  const entry = await tx.registerEntry.findUnique({
    where: { register_party: { register: registers.providers, party } },
    select: { status: true },
  });
  refuseIssues(partnerIssues('partner', entry));
}

/** What people hold by their offices at a window that is none any more goes back to the queue, where the platform above finds it (HN-NET-25.2). */
async function returnTasks(
  tx: Transaction,
  { id: occasion }: CaseHead,
  { at }: Effects,
  { window }: HnNetWrites['officesEnded'],
): Promise<void> {
  const people = await tx.user.findMany({
    where: { offices: { some: { bodyId: window } } },
    select: { id: true },
  });
  const concerned = await lockWithCovers(
    tx,
    people.map(({ id }) => id),
  );
  for (const account of concerned) await returnHeldTasks(tx, { account, occasion }, at);
}

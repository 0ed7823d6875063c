/** What a data package consists of: of each field that was chosen, what the records have of the provider (HN-NET-08.5, 21.4). */
import type { Database } from '../../../prisma/client.ts';
import { packageFields, type PackageFieldKey } from '../../../rules/hn-net/data-package.ts';
import { dataOf } from '../../../rules/hn-net/provider-entry.ts';
import type { Proof, ProviderForm } from '../../../rules/hn-net/provider.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { dayOf, instantOf } from '../../../rules/time/index.ts';
import { refuse } from '../../../rules/refusal.ts';
import { registers } from '../../../workflows/hn-net/words.ts';

/** One line: the field it belongs to, what it is of, and what it says. */
export interface PackageLine {
  readonly field: PackageFieldKey;
  readonly of: string;
  readonly value: string;
}

/** What a line is before it is known to which field it belongs. */
type PackageValue = Omit<PackageLine, 'field'>;

interface Registration {
  readonly form: ProviderForm;
  readonly status: string;
  readonly registeredOn: string | null;
  readonly endedOn: string | null;
  readonly verifiedOn: string;
}

/** The lines of the fields in their order, of what was there when they were released. */
export async function packageOf(
  database: Database,
  provider: PartyKey,
  fields: readonly PackageFieldKey[],
  until: Date,
): Promise<PackageLine[]> {
  const isRegistered = (field: PackageFieldKey) => packageFields[field].group === 'REGISTRATION';
  const registration = fields.some(isRegistered) ? await registrationOf(database, provider) : null;
  const lines: PackageLine[] = [];
  for (const field of fields) {
    const values =
      registration !== null && isRegistered(field)
        ? registered(registration, field)
        : await evidence(database, provider, field, until);
    for (const one of values) lines.push({ field, ...one });
  }
  return lines;
}

async function registrationOf(database: Database, party: PartyKey): Promise<Registration> {
  const entry = await database.registerEntry.findUnique({
    where: { register_party: { register: registers.providers, party } },
  });
  const standing = entry && { status: entry.status, data: entry.data as Record<string, unknown> };
  const { formVersion: version, verifiedOn } =
    standing === null ? { formVersion: 0, verifiedOn: '' } : dataOf(standing);
  const form =
    entry && (await database.form.findUnique({ where: { caseId_version: { caseId: entry.caseId, version } } }));
  if (entry === null || form === null) {
    return refuse(
      'CONDITION_NOT_MET',
      '该服务商的登记信息已不在保存。',
      'The registration data of the provider are kept no more.',
    );
  }
  return {
    form: form.data as unknown as ProviderForm,
    status: entry.status,
    registeredOn: entry.validFrom,
    endedOn: entry.validTo,
    verifiedOn,
  };
}

function registered({ form, ...days }: Registration, field: PackageFieldKey): PackageValue[] {
  const one = (of: string, value: string | null | undefined): PackageValue[] =>
    value == null || value === '' ? [] : [{ of, value }];
  switch (field) {
    case 'providerName':
      return one('name', form.name);
    case 'creditCode':
      return one('creditCode', form.creditCode);
    case 'identityNumber':
      return one('identityNumber', form.identityNumber);
    case 'licence':
      return proofs('licence', form.identityProof === null ? [] : [form.identityProof]);
    case 'permits':
      return form.permits.flatMap((permit) => [
        { of: permit.trade, value: permit.number },
        ...proofs(permit.trade, [permit]),
      ]);
    case 'address':
      return one('address', form.address);
    case 'contact':
      return [
        ...one('contactName', form.contactName),
        ...one('telephone', form.telephone),
        ...one('email', form.email),
      ];
    default:
      return [
        ...one('status', days.status),
        ...one('registeredOn', days.registeredOn),
        ...one('verifiedOn', days.verifiedOn),
        ...one('endedOn', days.endedOn),
      ];
  }
}

/** A paper by its link, or by the id of the file that goes along. */
function proofs(of: string, papers: readonly Proof[]): PackageValue[] {
  return papers.flatMap(({ fileId, link, validUntil }) =>
    [link, fileId, validUntil].filter((value) => value !== null).map((value) => ({ of, value })),
  );
}

/** The kinds of case that a field of evidence consists of. */
const kinds: Partial<Record<PackageFieldKey, readonly string[]>> = {
  serviceDescription: ['offerReview'],
  order: ['serviceRequest'],
  vouchers: ['serviceRequest'],
  correspondence: ['complaint', 'mediation'],
  complaintFile: ['complaint'],
  mediationFile: ['mediation'],
};

async function evidence(
  database: Database,
  provider: PartyKey,
  field: PackageFieldKey,
  until: Date,
): Promise<PackageValue[]> {
  if (field === 'serviceRecords') return serviceRecords(database, provider, until);
  const cases = await database.case.findMany({
    where: {
      regime: 'HN_NET',
      kind: { in: [...(kinds[field] ?? [])] },
      openedAt: { lte: until },
      OR: [{ subject: provider }, { parties: { some: { party: provider } } }],
    },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ number: true, stage: true, outcome: true, openedAt: true, closedAt: true, state: true },
      events: {
        where: { at: { lte: until } },
        orderBy: { seq: 'asc' },
        select: { at: true, title: true, actor: true },
      },
      forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } },
    },
  });
  return cases.flatMap((found) => {
    const facts = (found.state as { readonly facts?: Record<string, unknown> } | null)?.facts ?? {};
    if (field === 'vouchers') {
      const { voucher } = facts as { readonly voucher?: string | null };
      return voucher == null ? [] : [{ of: found.number, value: voucher }];
    }
    if (field === 'serviceDescription')
      return [{ of: found.number, value: JSON.stringify(found.forms[0]?.data ?? {}) }];
    if (field === 'correspondence') {
      const between = found.events.filter(({ actor }) => isOfParty(actor));
      return between.map(({ at, title }) => ({ of: found.number, value: `${momentOf(at)} ${zhOf(title)}` }));
    }
    const { fee, completedOn, finding } = facts;
    const head = { stage: found.outcome ?? found.stage, openedOn: dayIn(found.openedAt), fee, completedOn, finding };
    const lines = field === 'order' ? [] : found.events.map(({ at, title }) => `${momentOf(at)} ${zhOf(title)}`);
    return [JSON.stringify(head), ...lines].map((value) => ({ of: found.number, value }));
  });
}

async function serviceRecords(database: Database, provider: PartyKey, until: Date): Promise<PackageValue[]> {
  const rows = await database.serviceRecord.findMany({
    where: { provider, servedOn: { lte: dayIn(until) } },
    orderBy: [{ servedOn: 'asc' }, { caseId: 'asc' }],
  });
  return rows.map(({ caseId, item, servedOn, enterprises }) => ({
    of: caseId,
    value: `${servedOn} ${item} ${enterprises}`,
  }));
}

function isOfParty(actor: unknown): boolean {
  const { role } = actor as { readonly role?: string };
  return role === 'provider' || role === 'consumer' || role === 'contact';
}

function zhOf(title: unknown): string {
  return (title as { readonly zh: string }).zh;
}

function dayIn(at: Date): string {
  return dayOf(instantOf(at.getTime()));
}

function momentOf(at: Date): string {
  return instantOf(at.getTime()).slice(0, 16);
}

/** Complaints about a store on paper: whatever the intake makes of a form, and who takes part. */
import { shStoreValues } from '../../rules/sh-store/config.ts';
import type { Office, Person } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Filing, FoundThing } from '../../workflows/engine/intake.ts';
import type { StoreComplaintFacts } from '../../workflows/sh-store/store-complaint/contract.ts';
import { storeComplaintIntake } from '../../workflows/sh-store/store-complaint/intake.ts';
import { storeComplaint } from '../../workflows/sh-store/store-complaint/process.ts';
import { at, PaperCase, people, person, SUBJECT } from './engine-samples.ts';

export const BUYER = 'person:buyer-1';
export const CALLER = { name: '王小明', telephone: '13800001111', email: 'wang@example.org' };

/** Who takes part in a complaint, and who must be kept out. */
export const complaintPeople = {
  ...people,
  buyer: person('buyer-1', { role: 'consumer', party: BUYER }),
  otherBuyer: person('buyer-2', { role: 'consumer', party: 'person:buyer-2' }),
  contact: person('con-1', { role: 'contact', party: 'contact:con-1' }),
  reviewer3: person('reviewer-5', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }),
} as const;

/** The store of the paper, as the look-up of a filing finds it. */
export const theStore: FoundThing = {
  reference: 'store:sto-1',
  party: SUBJECT,
  name: '上海启明企业服务有限公司',
  bodyId: 'sh-centre',
  region: 'SH/PUDONG',
  data: { storeId: 'sto-1', status: 'NORMAL', namesakes: [] },
};

/** Friday evening before a make-up Saturday and the Spring Festival of 2026. */
export const FILED = at('2026-02-13 18:00');

export const complaintForm = {
  store: 'sto-1',
  orderNumber: 'DD-2026-0017',
  reason: 'FALSE_EFFECT',
  account: '店铺宣称申报必过，实际未通过。',
  claim: '退还服务费',
  happenedOn: '2026-02-03',
};

/** What the intake makes of a form; `filer` acts for the party of its first office. */
export function fileComplaint(
  changes: object = {},
  { filer = complaintPeople.buyer, now = FILED, things = [theStore] as readonly FoundThing[] } = {},
): Filing {
  const [office] = filer.offices as readonly [Office];
  return storeComplaintIntake.file({
    form: storeComplaintIntake.form.parse({ ...complaintForm, ...changes }),
    ...{ filer, party: office.party ?? `person:${filer.id}`, filerName: '某投诉人', now },
    ...{ rules: shStoreValues(), entries: [], cases: [], things },
  });
}

/** A complaint about the store as its filing opens it. */
export function filedComplaint(changes: object = {}, filer: Person = complaintPeople.buyer, openedAt: Instant = FILED) {
  const { about, opening, ...filing } = fileComplaint(changes, { filer, now: openedAt });
  return new PaperCase<StoreComplaintFacts>(storeComplaint, opening, {
    ...filing,
    ...{ id: 'scp-1', openedAt, openedBy: filer, openedById: filer.id },
    about: about ?? null,
  });
}

/** Whom a notice of the latest step went to: keys of parties, roles, or the contact of the form. */
export function toldTo({ last }: PaperCase<StoreComplaintFacts>, template: string): string[] {
  return last.notices
    .filter((notice) => notice.template === template)
    .map(({ to }) => ('party' in to ? to.party : 'role' in to ? to.role : 'contact' in to ? 'contact' : 'other'));
}

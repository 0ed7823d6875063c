/** How a provider asks for an entry in the directory of a centre (EC-CENTRE-03, 04.2). */
import { z } from 'zod';
import { refuse } from '../../../rules/refusal.ts';
import { namedCase } from '../../engine/case-number.ts';
import { intake } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { email, nameLine, telephone } from '../../engine/typed.ts';
import { centreKey, registeredCentre } from '../centre-key.ts';
import { centreReference, registers } from '../words.ts';
import type { DirectoryEntryOpening } from './contract.ts';
import { listingFields } from './form-fields.ts';

const kind = 'directoryEntry';

const form = z.strictObject({
  centre: centreKey,
  name: titled(nameLine(100), '服务商名称', 'Name of the provider'),
  ...listingFields,
  contactName: titled(nameLine(60), '联系人', 'Contact'),
  telephone: titled(telephone, '联系电话', 'Telephone'),
  email: titled(email, '联系邮箱', 'E-mail of the contact'),
});

export const directoryEntryIntake = intake({
  form,

  lookUp: ({ centre }, party) => ({
    entries: [{ register: registers.centres, party: centre }],
    cases: [{ kind, subject: party, about: centreReference(centre) }],
  }),

  file({ form: { centre, name, introduction, services }, party, entries, cases }) {
    const entry = registeredCentre(entries, centre);
    const open = cases.find((one) => one.isOpen);
    if (open !== undefined) {
      refuse(
        'ALREADY_OPEN',
        `该服务商在该中心名录中已有条目（案件 ${namedCase(open.id)}），请在该案件中办理。`,
        `The provider has an entry in this directory (case ${namedCase(open.id)}); go on there.`,
        { facts: { caseId: open.id } },
      );
    }
    const body = { bodyId: entry.bodyId, region: entry.region };
    const opening: DirectoryEntryOpening = {
      name,
      centre,
      centreName: entry.name,
      listing: { introduction, services },
    };
    return {
      subject: party,
      title: name,
      parties: { provider: [party], centre: [centre] },
      body,
      bodies: { authority: body },
      about: centreReference(centre),
      opening,
    };
  },
});

/** How mediation is applied for directly, by either side of a dispute (HN-NET-21.1). */
import { z } from 'zod';
import { competentPlatform } from '../../../rules/hn-net/network.ts';
import { refuse } from '../../../rules/refusal.ts';
import { partyKind, personKey } from '../../../rules/parties/party.ts';
import type { HnNetValues } from '../../../rules/hn-net/config.ts';
import type { Office } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { titled } from '../../engine/titled.ts';
import { nameLine } from '../../engine/typed.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { disputeFields, fileIds, partyKey } from '../dispute-input.ts';
import { answeringBody, registers } from '../words.ts';
import { mediationBodies } from './bodies.ts';
import type { MediationOpening, Side } from './contract.ts';

const formSchema = z.strictObject({
  otherParty: titled(
    partyKey,
    '争议另一方',
    'The other side',
    text(
      '消费者申请的，选服务商；服务商申请的，选消费者。',
      'The provider, or the consumer where the provider applies.',
    ),
  ),
  otherPartyName: titled(nameLine(500).optional(), '争议另一方名称', 'Name of the other side'),
  ...disputeFields,
  fileIds,
});

export const mediationIntake = intake({
  form: formSchema,

  lookUp({ otherParty }, party) {
    // Which of the two is the provider depends on who files; a party that is in neither register is found in none.
    return {
      entries: [otherParty, party].flatMap((key) => [
        { register: registers.providers, party: key },
        { register: registers.consumers, party: key },
      ]),
    };
  },

  file({ form, filer, party, filerName, now, rules, entries }): Filing {
    const { otherParty, otherPartyName, orderNumber, account, claim } = form;
    const entryOf = (register: string, key: string) =>
      entries.find((entry) => entry.register === register && entry.party === key);
    const actsForParty = (office: Office) => (office.party ?? personKey(filer.id)) === party;
    const roles = filer.offices.filter(actsForParty).map(({ role }) => role);
    // Who is both may dispute as either: against a provider it is the consumer.
    const isConsumer =
      !roles.includes('provider') ||
      (roles.includes('consumer') && entryOf(registers.providers, otherParty) !== undefined);
    const applicant: Side = isConsumer ? 'consumer' : 'provider';
    const [provider, consumer] = applicant === 'provider' ? [party, otherParty] : [otherParty, party];
    if (provider === consumer) {
      refuse('INVALID_INPUT', '争议双方不能为同一方。', 'The sides of a dispute are two.', { field: 'otherParty' });
    }
    if (!['ORGANISATION', 'PERSON'].includes(partyKind(provider)) || partyKind(consumer) === 'UNIT') {
      refuse('INVALID_INPUT', '请填写争议另一方。', 'Name the other side of the dispute.', { field: 'otherParty' });
    }
    const providerEntry = entryOf(registers.providers, provider);
    const places = {
      broughtInBy: competentPlatform(providerEntry?.bodyId ?? null).id,
      providerRegion: providerEntry?.region ?? null,
      consumerRegion: entryOf(registers.consumers, consumer)?.region ?? null,
    };
    // The newest rules of the regime are those of its book.
    const bodies = mediationBodies(places, rules as HnNetValues);
    const platform = providerEntry === undefined ? bodies.platform : answeringBody(providerEntry);
    const opening: MediationOpening = {
      applicant,
      complaintCaseId: null,
      orderNumber: orderNumber ?? null,
      account,
      claim,
      appliedAt: now,
    };
    return {
      subject: provider,
      title: applicant === 'provider' ? filerName : (providerEntry?.name ?? otherPartyName ?? provider),
      parties: { provider: [provider], consumer: [consumer] },
      body: platform,
      bodies: { ...bodies, platform },
      opening,
    };
  },
});

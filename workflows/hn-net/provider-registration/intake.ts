/** How a provider files its registration (HN-NET-06.2, 05.1, 16.7). */
import { credentialsOf } from '../../../rules/hn-net/credentials.ts';
import { isNaturalPerson } from '../../../rules/hn-net/provider.ts';
import { dataOf } from '../../../rules/hn-net/provider-entry.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { checkRegistration, filingIssues } from '../../../rules/hn-net/registration-check.ts';
import { namedPlatformIssues } from '../../../rules/hn-net/named-platform.ts';
import { networkOf } from '../../../rules/hn-net/window.ts';
import { partyKind } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { namedCase } from '../../engine/case-number.ts';
import { intake } from '../../engine/intake.ts';
import { actingBody, offeringOf, registers, windowsIn } from '../words.ts';
import type { ProviderRegistrationOpening } from './facts.ts';
import { providerFormSchema } from './form-schema.ts';

const kind = 'providerRegistration';

export const providerRegistrationIntake = intake({
  form: providerFormSchema,

  lookUp: (_form, party) => ({
    registers: [registers.windows],
    entries: [{ register: registers.providers, party }],
    cases: [{ kind, subject: party }],
  }),

  file({ form, party, now, entries, cases }) {
    const windows = windowsIn(entries);
    const network = networkOf(windows);
    refuseIssues([
      ...namedPlatformIssues('broughtInBy', form.broughtInBy, windows),
      ...(form.operates === null ? [] : namedPlatformIssues('operates', form.operates, windows)),
      ...filingIssues(checkRegistration(form, dayOf(now), network)),
    ]);
    refuseAnother(form, party);
    const open = cases.find((one) => one.kind === kind && one.isOpen);
    if (open !== undefined) {
      refuse(
        'ALREADY_OPEN',
        `该服务商已在平台网络登记或正在申请登记（案件 ${namedCase(open.id)}），请在该案件中办理。`,
        `This provider is registered on the network, or has applied (case ${namedCase(open.id)}); go on in that case.`,
        { facts: { caseId: open.id, stage: open.stage } },
      );
    }
    const entry = entries.find(({ register }) => register === registers.providers);
    const opening: ProviderRegistrationOpening = {
      kind: form.kind,
      credentials: credentialsOf(form),
      services: form.services.map(({ code }) => code),
      broughtInBy: form.broughtInBy,
      operates: form.operates,
      leftBefore: entry === undefined ? null : dataOf(entry).deregisteredFor,
    };
    return {
      subject: party,
      title: form.name,
      parties: { provider: [party] },
      body: actingBody(form.broughtInBy, network),
      about: offeringOf(party),
      opening,
    };
  },
});

/** A provider files for itself: an organisation under its credit code, a natural person under its own account. */
function refuseAnother(
  form: { kind: Parameters<typeof isNaturalPerson>[0]; creditCode: string | null },
  party: string,
) {
  if (isNaturalPerson(form.kind)) {
    if (partyKind(party) === 'PERSON') return;
    refuse(
      'INVALID_INPUT',
      '您的账号代表机构，不能以自然人登记。',
      'Your account acts for an organisation; it cannot register a natural person.',
      { field: 'kind' },
    );
  }
  if (party === form.creditCode) return;
  refuse(
    'INVALID_INPUT',
    '统一社会信用代码与您的账号所代表的机构不一致。',
    'The credit code is not that of the organisation your account acts for.',
    { field: 'creditCode' },
  );
}

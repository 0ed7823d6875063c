/** How a consumer registers: free, of its own will, at a platform of the network (HN-NET-18). Not for workflow code. */
import type { ConsumerForm } from '../../../rules/hn-net/consumer.ts';
import { checkConsumer } from '../../../rules/hn-net/consumer.ts';
import type { Issue } from '../../../rules/hn-net/issue.ts';
import { issue } from '../../../rules/hn-net/issue.ts';
import { namedPlatformIssues } from '../../../rules/hn-net/named-platform.ts';
import { networkOf } from '../../../rules/hn-net/window.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { partyKind } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { namedCase } from '../../engine/case-number.ts';
import type { FoundCase } from '../../engine/intake.ts';
import { intake } from '../../engine/intake.ts';
import { actingBody, registers, windowsIn } from '../words.ts';
import { consumerForm } from './form.ts';

export const consumerRegistrationIntake = intake({
  form: consumerForm,

  lookUp: (_form, party) => ({
    registers: [registers.windows],
    cases: [{ kind: 'consumerRegistration', subject: party }],
  }),

  file({ form, party, now, cases, entries }) {
    refuseSecond(cases, party);
    const { platform, ...consumer } = form;
    const windows = windowsIn(entries);
    refuseIssues([
      ...checkConsumer(consumer, dayOf(now)),
      ...ownIssues(consumer, party),
      ...namedPlatformIssues('platform', platform, windows),
    ]);
    return {
      subject: party,
      title: form.name,
      parties: { consumer: [party] },
      body: actingBody(platform, networkOf(windows)),
      opening: { kind: form.kind, platform },
    };
  },
});

/** A party is registered once at a time; after that it may register anew. */
function refuseSecond(cases: readonly FoundCase[], party: PartyKey): void {
  const open = cases.find(({ isOpen, subject }) => isOpen && subject === party);
  if (open === undefined) return;
  refuse(
    'ALREADY_OPEN',
    `您已注册（案号 ${namedCase(open.id)}），无需重复注册；地址和联系方式可在该案件中更新。`,
    `You are registered already, in case ${namedCase(open.id)}; address and contact can be brought up to date there.`,
    { facts: { caseId: open.id } },
  );
}

/** Who acts for an organisation registers that organisation and no other. */
function ownIssues({ kind, creditCode }: ConsumerForm, party: PartyKey): Issue[] {
  if (partyKind(party) !== 'ORGANISATION') return [];
  if (kind !== 'ORGANISATION') {
    const zh = '您的账号代表单位，请以单位名义注册';
    return [issue('kind', '18.2', zh, 'Your account acts for an organisation: register as one')];
  }
  if (creditCode === party) return [];
  const zh = '统一社会信用代码与您的账号所代表的单位不一致';
  return [issue('creditCode', '18.2', zh, 'This is not the code of the organisation that your account acts for')];
}

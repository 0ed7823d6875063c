/** How staff of the hub files the draft of a version of the user agreement (HN-NET-07.1). Not for workflow code. */
import { missingTexts } from '../../../rules/hn-net/agreement.ts';
import { refuse } from '../../../rules/refusal.ts';
import { namedCase } from '../../engine/case-number.ts';
import { intake, type FoundCase } from '../../engine/intake.ts';
import { refuseOutsideHub, tradingPlatform } from '../trading-platform.ts';
import { registers } from '../words.ts';
import { agreementForm } from './agreement-form.ts';
import type { UserAgreementOpening } from './contract.ts';
import { agreementEntry, refuseShortNotice } from './entry.ts';

const kind = 'userAgreement';

export const userAgreementIntake = intake({
  form: agreementForm,

  lookUp() {
    const { party } = tradingPlatform();
    return { entries: [{ register: registers.agreements, party }], cases: [{ kind, subject: party }] };
  },

  file({ form, filer, rules, entries: [entry], cases }) {
    refuseOutsideHub(filer, ['reviewer', 'manager']);
    refuseSecondDraft(cases);
    refuseShortNotice(form.noticeDays, Number(rules['agreement.noticeDays']));
    const { party, name, body } = tradingPlatform();
    const before = entry === undefined ? null : agreementEntry(entry.data);
    const opening: UserAgreementOpening = {
      version: (before?.version ?? 0) + 1,
      missing: missingTexts({ ...form.items, ...form.rules }),
      noticeDays: form.noticeDays,
      follows: before,
    };
    return { subject: party, title: name, parties: { platform: [party] }, body, opening };
  },
});

/** One draft at a time: the next version follows what is published by then. */
function refuseSecondDraft(cases: readonly FoundCase[]): void {
  const draft = cases.find((one) => one.isOpen && one.stage === 'DRAFT');
  if (draft === undefined) return;
  refuse(
    'ALREADY_OPEN',
    `已有用户协议草案（案件 ${namedCase(draft.id)}），请在该案件中修改，或者先行撤回。`,
    `There is a draft of the user agreement (case ${namedCase(draft.id)}); change it there, or withdraw it first.`,
    { facts: { caseId: draft.id } },
  );
}

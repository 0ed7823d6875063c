/** How staff of the hub proposes a deposit to a provider (HN-NET-22.2). Not for workflow code. */
import { missingTerms } from '../../../rules/hn-net/deposit.ts';
import { fenOf } from '../../../rules/money.ts';
import { refuse } from '../../../rules/refusal.ts';
import { namedCase } from '../../engine/case-number.ts';
import { intake } from '../../engine/intake.ts';
import { refuseOutsideHub, tradingPlatform } from '../trading-platform.ts';
import { registers } from '../words.ts';
import { depositForm } from './deposit-form.ts';

const kind = 'guaranteeDeposit';

export const guaranteeDepositIntake = intake({
  form: depositForm,

  lookUp: ({ provider }) => ({
    entries: [{ register: registers.providers, party: provider }],
    cases: [{ kind, subject: provider }],
  }),

  file({ form, filer, entries: [entry], cases }) {
    refuseOutsideHub(filer, ['reviewer', 'manager']);
    if (entry === undefined || entry.status === 'DEREGISTERED') {
      refuse('INVALID_INPUT', '该服务商未在平台登记。', 'No such provider is registered.', { field: 'provider' });
    }
    const open = cases.find(({ isOpen }) => isOpen);
    if (open !== undefined) {
      refuse(
        'ALREADY_OPEN',
        `该服务商已有保证金案件 ${namedCase(open.id)}。`,
        `This provider has a deposit already, in case ${namedCase(open.id)}.`,
        { facts: { caseId: open.id } },
      );
    }
    return {
      ...{ subject: form.provider, title: entry.name, parties: { provider: [form.provider] } },
      body: tradingPlatform().body,
      opening: { amount: fenOf(form.amount), missing: missingTerms(form) },
    };
  },
});

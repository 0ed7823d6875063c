import { isFilled } from '../text.ts';
import { isEmail, isTelephone } from '../parties/contact.ts';
import { isCreditCode } from '../parties/credit-code.ts';
import { isIdentityNumber } from '../parties/identity-number.ts';
import type { Day } from '../time/instant.ts';
import type { Issue } from './issue.ts';
import { issue } from './issue.ts';
import { trainingNetwork, platformOf } from './network.ts';
import type { Network } from './network.ts';
import type { ProviderForm } from './provider.ts';
import { isFiled, isNaturalPerson, permitStatus, providerIdentity } from './provider.ts';
import type { RefusalReasonCode } from './refusal-reasons.ts';
import type { RegulatedTradeCode } from './trades.ts';
import { regulatedTrades } from './trades.ts';

/** One thing that stands in the way of a registration. */
export type RegistrationIssue = Issue<keyof ProviderForm> &
  (
    | { /** The form cannot even be filed: the API answers 422. */ readonly blocks: 'FILING' }
    | {
        /** It can be filed, but the review must refuse it, or ask for a supplement first. */
        readonly blocks: 'REGISTRATION';
        /** The ground on the fixed list that applies. */
        readonly ground: RefusalReasonCode;
      }
  );

/**
 * All that stands in the way of a registration on a Shanghai day (HN-NET-01.2, 06.2, 06.3); empty when nothing does.
 * Says nothing on what only a reviewer can find out: whether the papers are true and the services what they claim.
 */
export function checkRegistration(
  form: ProviderForm,
  on: Day,
  network: Network = trainingNetwork,
): RegistrationIssue[] {
  return [
    ...identityIssues(form, on),
    ...contactIssues(form, network),
    ...numberIssues(form),
    ...form.trades.flatMap((trade) => permitIssues(form, trade, on)),
  ];
}

/** Those of the issues for which the form cannot even be filed (HN-NET-06.2). */
export function filingIssues(issues: readonly RegistrationIssue[]): RegistrationIssue[] {
  return issues.filter(({ blocks }) => blocks === 'FILING');
}

/** The grounds of the fixed list on which the form as it stands must be refused, each once (HN-NET-06.3). */
export function groundsOf(issues: readonly RegistrationIssue[]): RefusalReasonCode[] {
  return [...new Set(issues.flatMap((found) => (found.blocks === 'REGISTRATION' ? [found.ground] : [])))];
}

function identityIssues(form: ProviderForm, on: Day): RegistrationIssue[] {
  const { title, proof } = providerIdentity[form.kind];
  const issues: RegistrationIssue[] = [];
  if (!isFilled(form.name)) issues.push(unfiled('name', '06.2', '请填写名称', 'Enter the name'));
  if (isNaturalPerson(form.kind)) {
    if (!isIdentityNumber(form.identityNumber ?? '', on)) {
      issues.push(unfiled('identityNumber', '06.2', '请填写有效的公民身份号码', 'Enter a valid identity number'));
    }
    if (isFilled(form.creditCode)) {
      issues.push(unfiled('creditCode', '01.2', '自然人不填统一社会信用代码', 'A natural person has no credit code'));
    }
  } else if (!isCreditCode(form.creditCode ?? '')) {
    issues.push(
      unfiled(
        'creditCode',
        '06.2',
        '请填写 18 位统一社会信用代码，且校验位正确',
        'Enter the unified social credit code of 18 characters with its right check digit',
      ),
    );
  }
  if (!isFiled(form.identityProof)) {
    issues.push(
      unfiled(
        'identityProof',
        '06.2',
        `${title.zh}须提交${proof.zh}或其电子链接`,
        `${title.en}: file this or a link to it: ${proof.en}`,
      ),
    );
  } else if (permitStatus(form.identityProof, on) === 'EXPIRED') {
    issues.push({
      ...issue('identityProof', '06.2', `${proof.zh}已过有效期`, `No longer valid: ${proof.en}`),
      blocks: 'REGISTRATION',
      ground: 'IDENTITY_INVALID',
    });
  }
  return issues;
}

function contactIssues(form: ProviderForm, network: Network): RegistrationIssue[] {
  const issues: RegistrationIssue[] = [];
  if (!isFilled(form.address)) issues.push(unfiled('address', '06.2', '请填写地址', 'Enter the address'));
  if (!isFilled(form.contactName)) {
    issues.push(unfiled('contactName', '06.2', '请填写联系人', 'Name a person to contact'));
  }
  if (!isTelephone(form.telephone ?? '')) {
    issues.push(unfiled('telephone', '06.2', '请填写可拨通的电话号码', 'Enter a telephone number that can be called'));
  }
  if (!isEmail(form.email ?? '')) {
    issues.push(
      unfiled('email', '06.2', '请填写电子邮箱，通知将发往此处', 'Enter an e-mail address; notices are sent to it'),
    );
  }
  const platform = platformOf(form.broughtInBy, network);
  if (platform === null) {
    issues.push(
      unfiled(
        'broughtInBy',
        '16.7',
        '请选择负责接入的枢纽或窗口服务平台',
        'Choose the hub or window platform that brings the provider in',
      ),
    );
  }
  if (form.operates !== null && platformOf(form.operates, network) === null) {
    issues.push(unfiled('operates', '01.5', '没有这个枢纽或窗口服务平台', 'There is no such hub or window platform'));
  }
  return issues;
}

function numberIssues(form: ProviderForm): RegistrationIssue[] {
  return form.permits
    .filter(({ number }) => !isFilled(number))
    .map(({ trade }) => {
      const { zh, en } = regulatedTrades[trade].permit;
      return unfiled('permits', '06.3', `请填写${zh}的编号`, `Enter the number of this permit: ${en}`);
    });
}

function permitIssues(form: ProviderForm, trade: RegulatedTradeCode, on: Day): RegistrationIssue[] {
  const { trade: title, permit, law } = regulatedTrades[trade];
  const filed = form.permits.filter((candidate) => candidate.trade === trade && isFiled(candidate));
  if (filed.some((candidate) => permitStatus(candidate, on) === 'VALID')) return [];
  if (filed.length === 0) {
    return [
      {
        ...issue(
          'permits',
          '06.3',
          `从事${title.zh}须提交${permit.zh}（${law.zh}）`,
          `${title.en} needs this permit, which was not filed: ${permit.en} (${law.en})`,
        ),
        blocks: 'REGISTRATION',
        ground: 'PERMIT_MISSING',
      },
    ];
  }
  return [
    {
      ...issue('permits', '06.3', `${permit.zh}已过有效期`, `No longer valid: ${permit.en}`),
      blocks: 'REGISTRATION',
      ground: 'PERMIT_INVALID',
    },
  ];
}

function unfiled(field: keyof ProviderForm, requirement: string, zh: string, en: string): RegistrationIssue {
  return { ...issue(field, requirement, zh, en), blocks: 'FILING' };
}

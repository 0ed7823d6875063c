import { isEmail, isTelephone } from '../parties/contact.ts';
import { isCreditCode } from '../parties/credit-code.ts';
import { isIdentityNumber } from '../parties/identity-number.ts';
import type { Text } from '../text.ts';
import { isFilled, text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { Issue } from './issue.ts';
import { issue } from './issue.ts';

/** Kinds of consumers: an enterprise, institution or other organisation, or an individual (HN-NET-01.3, 第四条). */
export const consumerKinds = {
  ORGANISATION: text('企事业单位、其他组织', 'Enterprise, institution or other organisation'),
  INDIVIDUAL: text('个人', 'Individual'),
} as const satisfies Readonly<Record<string, Text>>;

export type ConsumerKind = keyof typeof consumerKinds;

export const consumerStates = ['REGISTERED', 'CLOSED'] as const;

export type ConsumerState = (typeof consumerStates)[number];

/**
 * What a consumer registers with (HN-NET-18.2, 第十八条). There is no field for a fee: registration is free (18.1).
 * Texts are null or blank when not filled in.
 */
export interface ConsumerForm {
  readonly kind: ConsumerKind;
  readonly name: string;
  /** Unified social credit code; null for an individual. */
  readonly creditCode: string | null;
  /** Identity number; null for an organisation. */
  readonly identityNumber: string | null;
  readonly address: string | null;
  /** One of the two contacts is enough for a return visit. */
  readonly telephone: string | null;
  readonly email: string | null;
}

/** Where a platform reaches a consumer for a return visit (HN-NET-18.2). It changes in life; who the consumer is does not. */
export type ContactInformation = Pick<ConsumerForm, 'address' | 'telephone' | 'email'>;

/** What a platform may ask a consumer to put right. */
export const contactItems = {
  address: text('地址', 'Address'),
  telephone: text('联系电话', 'Telephone'),
  email: text('电子邮箱', 'E-mail address'),
} as const satisfies Readonly<Record<keyof ContactInformation, Text>>;

export type ContactItem = keyof typeof contactItems;

/**
 * The closed list of grounds on which a platform ends a registration: what was filed is not true (HN-NET-18.2). There is
 * no other one, since registration is open to all (HN-NET-05.1).
 */
export const endGrounds = {
  IDENTITY_UNTRUE: text('单位或个人身份信息不真实', 'The identity of the unit or person is not true'),
  IDENTITY_OF_ANOTHER: text('冒用他人身份', 'The identity is that of somebody else'),
  CONTACT_UNTRUE: text(
    '地址或联系方式不真实，经通知仍未更正',
    'Address or contact not true, and not put right though this was asked for',
  ),
} as const satisfies Readonly<Record<string, Text>>;

export type EndGround = keyof typeof endGrounds;

/**
 * What a consumer does, and whether it must be registered for it (HN-NET-18.1). Registration is voluntary: nobody needs
 * it to look at services or to complain; an evaluation and a return visit need to know whom they come from or go to.
 */
export const needsRegistration = {
  BROWSE: false,
  REQUEST_SERVICE: false,
  COMPLAIN: false,
  APPLY_FOR_MEDIATION: false,
  EVALUATE: true,
  RETURN_VISIT: true,
} as const;

export type ConsumerAct = keyof typeof needsRegistration;

/** Whether a consumer may do this in its state; null for one that never registered (HN-NET-18.1). */
export function consumerMay(act: ConsumerAct, state: ConsumerState | null): boolean {
  return state === 'REGISTERED' || !needsRegistration[act];
}

/** All that must be put right before a consumer can be registered on a Shanghai day (HN-NET-18.2); empty when nothing. */
export function checkConsumer(form: ConsumerForm, on: Day): Issue<keyof ConsumerForm>[] {
  const issues: Issue<keyof ConsumerForm>[] = [];
  if (!isFilled(form.name)) issues.push(issue('name', '18.2', '请填写单位名称或姓名', 'Enter the name'));
  if (form.kind === 'ORGANISATION' && !isCreditCode(form.creditCode ?? '')) {
    issues.push(
      issue(
        'creditCode',
        '18.2',
        '请填写 18 位统一社会信用代码，且校验位正确',
        'Enter the unified social credit code of 18 characters with its right check digit',
      ),
    );
  }
  if (form.kind === 'INDIVIDUAL' && !isIdentityNumber(form.identityNumber ?? '', on)) {
    issues.push(issue('identityNumber', '18.2', '请填写有效的公民身份号码', 'Enter a valid identity number'));
  }
  return [...issues, ...checkContact(form)];
}

/** All that is wrong with where a consumer is to be reached (HN-NET-18.2); empty when nothing is. */
export function checkContact({ address, telephone, email }: ContactInformation): Issue<ContactItem>[] {
  const issues: Issue<ContactItem>[] = [];
  if (!isFilled(address)) issues.push(issue('address', '18.2', '请填写地址', 'Enter the address'));
  if (!isFilled(telephone) && !isFilled(email)) {
    const zh = '请填写联系电话或电子邮箱，以便回访和权益保护';
    issues.push(issue('telephone', '18.2', zh, 'Enter a telephone number or e-mail address for return visits'));
  }
  if (isFilled(telephone) && !isTelephone(telephone)) {
    issues.push(issue('telephone', '18.2', '电话号码不正确', 'This cannot be a telephone number'));
  }
  if (isFilled(email) && !isEmail(email)) {
    issues.push(issue('email', '18.2', '电子邮箱不正确', 'This cannot be an e-mail address'));
  }
  return issues;
}

import { text } from '../../../rules/text.ts';
import { fifteenWorkingDayLadder, fixedDateLadder, monthsLadder, shortLadder } from '../../../rules/time/index.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, provider } from '../words.ts';
import type { ProviderRegistrationFacts, ProviderRegistrationOpening } from './facts.ts';
import type { ProviderRegistrationInputs } from './input.ts';
import { providerRegistrationNotices } from './notices.ts';

/** Stages of a provider that is in the register. */
const inRegister = ['REGISTERED', 'VERIFICATION_DUE', 'VERIFICATION_OVERDUE', 'DATA_IN_REVIEW', 'SUSPENDED'] as const;

/** Before a provider is registered. */
const applying = ['UNDER_REVIEW', 'RETURNED'] as const;

/** Who filed or changed the data does not judge them (XC-05.5). */
const notByFiler = { notBy: ['filer'] } as const;

const credit = { clause: 'HN-NET 第八条第十一项', requirement: 'HN-NET-12.2' } as const;

/** Names, addresses and contacts go to the form; the timeline says which fields have changed. */
const privateChanges = {
  withholds: ['changes'],
  personal: ['changes.name', 'changes.address', 'changes.contactName', 'changes.telephone', 'changes.email'],
} as const;

const register = { clause: 'HN-NET 第八条第二项', requirement: 'HN-NET-06.1' } as const;
const identity = { clause: 'HN-NET 第九条第一项', requirement: 'HN-NET-06.2' } as const;

/**
 * Registration of a provider and its yearly verification: HN-NET-06. The case is open as long as the provider is in the register.
 */
export const providerRegistration = contract<{
  opening: ProviderRegistrationOpening;
  facts: ProviderRegistrationFacts;
  inputs: ProviderRegistrationInputs;
}>()({
  kind: 'providerRegistration',
  prefix: 'reg',
  mark: '服登',
  retention: 'IDENTITY',
  title: text('服务商登记', 'Provider registration'),
  parties: { provider },
  bodies: { platform: text('负责接入的服务平台', 'The platform that brings the provider in') },
  intake: { by: ['provider'] },
  stages: {
    UNDER_REVIEW: text('登记审查', 'Under review'),
    RETURNED: text('退回补正', 'Returned for correction'),
    REGISTERED: text('已登记', 'Registered'),
    VERIFICATION_DUE: text('待核实登记信息', 'Verification due'),
    VERIFICATION_OVERDUE: text('核实逾期', 'Verification overdue'),
    DATA_IN_REVIEW: text('登记信息待审', 'Confirmed or changed data under review'),
    SUSPENDED: text('暂停展示', 'Listing suspended'),
  },
  outcomes: {
    REFUSED: text('不予登记', 'Refused'),
    WITHDRAWN: text('申请已撤回', 'Withdrawn'),
    DEREGISTERED: text('已注销登记', 'Deregistered'),
  },
  notices: providerRegistrationNotices,
  tasks: {
    review: { title: text('审查登记申请', 'Review the registration'), role: 'reviewer', dueBy: ['review'] },
    dataReview: {
      title: text('审查核实或变更的登记信息', 'Review the confirmed or changed data'),
      role: 'reviewer',
      dueBy: ['dataReview'],
    },
    examineContest: {
      title: text('核查对信用记录的异议', 'Examine a contest of the credit record'),
      role: 'manager',
    },
    expiredPapers: {
      title: text('证照已过有效期，请处理', 'A licence or permit has expired: see to it'),
      role: 'reviewer',
    },
  },
  deadlines: {
    review: {
      title: text('完成登记审查', 'Finish the review of the registration'),
      ...register,
      consequence: text('内部时限，超过的由负责人督办', 'An internal target; the manager follows it up'),
      ladder: [],
      legalEffect: false,
    },
    formCorrection: {
      title: text('补正登记材料', 'Correct the registration'),
      ...identity,
      consequence: text('按已提交的材料继续审查', 'The review goes on with what has been filed'),
      metBy: 'correctApplication',
      ladder: shortLadder,
      platformRule: true,
    },
    verification: {
      title: text('核实登记信息', 'Verify the registered data'),
      ...register,
      consequence: text(
        '再过10个工作日（以平台规则为准）仍未核实的，暂停展示',
        'The listing is suspended after another 10 working days, or as the platform’s rules say',
      ),
      metBy: 'submitData',
      ladder: monthsLadder,
      platformRule: true,
    },
    suspension: {
      title: text('核实登记信息（已逾期）', 'Verify the registered data (overdue)'),
      clause: 'HN-NET 第八条第二项',
      requirement: 'HN-NET-06.7',
      consequence: text(
        '暂停展示，不得发布服务（商品），核实通过后恢复',
        'The listing is suspended and nothing can be published until the data are verified',
      ),
      metBy: 'submitData',
      servedBy: ['verificationOverdue', 'dataReturned'],
      reading: 'unreached',
      ladder: fifteenWorkingDayLadder,
      platformRule: true,
    },
    dataReview: {
      title: text('完成登记信息审查', 'Finish the review of the data'),
      ...register,
      consequence: text('内部时限，超过的由负责人督办', 'An internal target; the manager follows it up'),
      ladder: [],
      legalEffect: false,
    },
    permitExpiry: {
      title: text('更换即将到期的证照', 'Replace the licence or permit that runs out'),
      clause: 'HN-NET 第九条第一项',
      requirement: 'HN-NET-06.4',
      consequence: text(
        '主页标明证照已过期，不得发布该项服务，并由平台核查',
        'The page shows it as expired, services of that trade cannot be published, and the platform looks into it',
      ),
      // A new permit takes its authority weeks: one early reminder beside the usual two.
      metBy: 'submitData',
      ladder: [{ key: 'thirty-days-before', calendarDaysBefore: 30 }, ...fixedDateLadder],
    },
  },
  actions: {
    register: {
      title: text('准予登记', 'Register'),
      done: text('已准予登记', 'Registered'),
      event: 'PROVIDER_REGISTERED',
      by: [handling('reviewer')],
      at: ['UNDER_REVIEW'],
      ...register,
      task: 'review',
      ...notByFiler,
    },
    returnApplication: {
      title: text('退回补正', 'Return for correction'),
      done: text('已退回补正', 'Returned for correction'),
      event: 'REGISTRATION_RETURNED',
      by: [handling('reviewer')],
      at: ['UNDER_REVIEW'],
      ...identity,
      adverse: true,
      task: 'review',
      ...notByFiler,
    },
    correctApplication: {
      title: text('提交补正材料', 'Hand in the correction'),
      done: text('已提交补正材料', 'Correction handed in'),
      event: 'REGISTRATION_CORRECTED',
      by: [party('provider')],
      at: ['RETURNED'],
      ...identity,
      ...privateChanges,
    },
    refuseRegistration: {
      title: text('不予登记', 'Refuse'),
      done: text('不予登记', 'Registration refused'),
      event: 'REGISTRATION_REFUSED',
      by: [handling('reviewer')],
      at: applying,
      clause: 'HN-NET 第七条第一项',
      requirement: 'HN-NET-05.1',
      adverse: true,
      task: 'review',
      ...notByFiler,
    },
    withdraw: {
      title: text('撤回申请', 'Withdraw'),
      done: text('申请已撤回', 'Registration withdrawn'),
      event: 'REGISTRATION_WITHDRAWN',
      by: [party('provider')],
      at: applying,
      ...register,
    },
    submitData: {
      title: text('核实确认或变更登记信息', 'Confirm or change the registered data'),
      done: text('已提交核实或变更的登记信息', 'Data confirmed or changed'),
      event: 'DATA_SUBMITTED',
      by: [party('provider')],
      at: ['REGISTERED', 'VERIFICATION_DUE', 'VERIFICATION_OVERDUE', 'SUSPENDED'],
      ...register,
      ...privateChanges,
    },
    verify: {
      title: text('核实通过', 'Find the data in order'),
      done: text('登记信息核实通过', 'Data found in order'),
      event: 'DATA_VERIFIED',
      by: [handling('reviewer')],
      at: ['DATA_IN_REVIEW'],
      ...register,
      task: 'dataReview',
      ...notByFiler,
    },
    returnData: {
      title: text('退回补正', 'Return for correction'),
      done: text('登记信息已退回补正', 'Data returned for correction'),
      event: 'DATA_RETURNED',
      by: [handling('reviewer')],
      at: ['DATA_IN_REVIEW'],
      ...register,
      adverse: true,
      task: 'dataReview',
      ...notByFiler,
    },
    suspendListing: {
      title: text('暂停展示', 'Suspend the listing'),
      done: text('已暂停展示', 'Listing suspended'),
      event: 'LISTING_SUSPENDED',
      by: [handling('reviewer'), handling('manager'), 'case'],
      at: inRegister,
      clause: 'HN-NET 第十九条第一项',
      requirement: 'HN-NET-06.5',
      adverse: true,
      ...notByFiler,
    },
    restoreListing: {
      title: text('解除暂停展示', 'Lift the suspension'),
      done: text('已解除暂停展示', 'Suspension lifted'),
      event: 'LISTING_RESTORED',
      by: [handling('reviewer'), handling('manager'), 'case'],
      at: inRegister,
      clause: 'HN-NET 第十九条第一项',
      requirement: 'HN-NET-06.5',
      ...notByFiler,
    },
    deregister: {
      title: text('注销登记', 'Deregister'),
      done: text('登记已注销', 'Provider deregistered'),
      event: 'PROVIDER_DEREGISTERED',
      by: [handling('reviewer'), handling('manager'), 'case'],
      at: inRegister,
      ...register,
      adverse: true,
      ...notByFiler,
    },
    leave: {
      title: text('申请注销登记', 'Leave the register'),
      done: text('服务商自行注销登记', 'The provider left the register'),
      event: 'PROVIDER_LEFT',
      by: [party('provider')],
      at: inRegister,
      ...register,
    },
    contestCredit: {
      ...credit,
      title: text('对信用记录提出异议', 'Contest an entry of the credit record'),
      done: text('服务商对信用记录提出异议', 'The provider contested an entry of its credit record'),
      event: 'CREDIT_CONTESTED',
      by: [party('provider')],
      at: inRegister,
      reading: 'creditEntries',
    },
    decideContest: {
      ...credit,
      title: text('就信用记录异议作出决定', 'Decide on a contest'),
      done: text('信用记录异议已处理', 'Contest decided'),
      event: 'CREDIT_CONTEST_DECIDED',
      by: [handling('manager')],
      at: inRegister,
      adverse: true,
      task: 'examineContest',
      notBy: ['filer'],
    },
    moveToPlatform: {
      title: text('转由另一平台负责', 'Move to another platform'),
      done: text('转由另一平台负责', 'Moved to another platform'),
      event: 'PLATFORM_CHANGED',
      by: ['case'],
      reading: 'windows',
      at: [...applying, ...inRegister],
      clause: 'HN-NET 第十三条',
      requirement: 'HN-NET-16.7',
      adverse: true,
    },
    correctContact: { ...correctContactBy([party('provider')], register.clause), at: ['UNDER_REVIEW'] },
  },
});

/** A step of a registration. */
export type Registration = StepOf<typeof providerRegistration>;

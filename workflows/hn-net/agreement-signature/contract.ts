import { text } from '../../../rules/text.ts';
import { fifteenWorkingDayLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import { contract, provider } from '../words.ts';
import type { AgreementSignatureInputs } from './input.ts';
import { agreementSignatureNotices } from './notices.ts';

export interface AgreementSignatureOpening {
  /** Case of the version that is to be signed. */
  readonly agreementId: string;
  readonly version: number;
  /** First day on which the version is in force. */
  readonly effectiveFrom: Day;
  /** Case in which the provider is registered. */
  readonly registrationId: string;
}

export interface AgreementSignatureFacts extends AgreementSignatureOpening {
  signedAt: Instant | null;
  refusedAt: Instant | null;
}

const signing = { clause: 'HN-NET 第八条第三项', requirement: 'HN-NET-07.1' } as const;
const exit = { clause: 'HN-NET 第八条第三项(八)', requirement: 'HN-NET-07.4' } as const;

/** While the provider can still sign. */
const unsigned = ['OFFERED', 'UNANSWERED', 'REFUSED'] as const;

/** Before a decision on the exit of a provider that has not signed. */
const notSigned = ['UNANSWERED', 'REFUSED'] as const;

/**
 * One provider and one version of the user agreement: HN-NET-07. Opened for every provider in the register once a version is published, and
 * for who is registered later. A provider that does not sign leaves by the exit procedure of the agreement, if a manager decides so.
 */
export const agreementSignature = contract<{
  opening: AgreementSignatureOpening;
  facts: AgreementSignatureFacts;
  inputs: AgreementSignatureInputs;
}>()({
  kind: 'agreementSignature',
  prefix: 'sig',
  mark: '协签',
  retention: 'TRANSACTION',
  title: text('签署用户协议', 'Signing of the user agreement'),
  parties: { provider },
  stages: {
    OFFERED: text('待服务商签署', 'To be signed by the provider'),
    UNANSWERED: text('期限内未签署', 'Not signed in time'),
    REFUSED: text('拒绝签署', 'Refused'),
  },
  outcomes: {
    SIGNED: text('已签署', 'Signed'),
    EXIT: text('按协议退出平台', 'Leaves the platform under the agreement'),
    SUPERSEDED: text('该版本已被取代', 'Version superseded'),
    LEFT: text('服务商已注销登记', 'Provider has left the register'),
  },
  notices: agreementSignatureNotices,
  tasks: {
    decideExit: { title: text('决定是否启动退出程序', 'Decide on the exit of the provider'), role: 'manager' },
  },
  deadlines: {
    answer: {
      ...signing,
      title: text('签署用户协议', 'Sign the user agreement'),
      consequence: text(
        '平台核查后决定是否启动协议约定的退出程序，不自动产生其他后果',
        'The platform looks into it and decides on the exit that the agreement names; nothing follows of itself',
      ),
      platformRule: true,
      metBy: 'sign',
      ladder: fifteenWorkingDayLadder,
    },
  },
  actions: {
    sign: {
      ...signing,
      title: text('接受并签署', 'Accept and sign'),
      done: text('服务商已接受用户协议', 'Provider accepted the user agreement'),
      event: 'AGREEMENT_SIGNED',
      by: [party('provider')],
      at: unsigned,
    },
    refuseToSign: {
      ...signing,
      title: text('拒绝签署', 'Refuse to sign'),
      done: text('服务商拒绝用户协议', 'Provider refused the user agreement'),
      event: 'AGREEMENT_REFUSED',
      by: [party('provider')],
      at: ['OFFERED', 'UNANSWERED'],
    },
    offerAgain: {
      ...exit,
      title: text('再次提请签署', 'Offer it again'),
      done: text('再次提请签署', 'Offered again'),
      event: 'AGREEMENT_OFFERED_AGAIN',
      by: [handling('reviewer'), handling('manager')],
      at: notSigned,
      task: 'decideExit',
    },
    startExit: {
      ...exit,
      title: text('启动退出程序', 'Start the exit'),
      done: text('启动协议约定的退出程序', 'Exit under the agreement started'),
      event: 'EXIT_STARTED',
      by: [handling('manager')],
      at: notSigned,
      adverse: true,
      reading: 'unreached',
      task: 'decideExit',
    },
    versionSuperseded: {
      clause: 'HN-NET 第八条第三项(六)',
      requirement: 'HN-NET-07.2',
      title: text('该版本已被新版本取代', 'The version was superseded'),
      event: 'AGREEMENT_VERSION_SUPERSEDED',
      by: ['case'],
      at: unsigned,
    },
    providerLeft: {
      ...exit,
      title: text('服务商已注销登记', 'The provider has left the register'),
      event: 'PROVIDER_HAS_LEFT',
      by: ['case'],
      at: unsigned,
    },
  },
});

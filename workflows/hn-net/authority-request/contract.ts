import type { RequestFor } from '../../../rules/hn-net/authority-request.ts';
import type { PackageRecipient } from '../../../rules/hn-net/data-package.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { LoggedRelease } from '../data-release.ts';
import type { IllegalContentOpening } from '../illegal-content/contract.ts';
import { contract, provider } from '../words.ts';
import type { AuthorityRequestInputs } from './input.ts';
import { authorityRequestNotices } from './notices.ts';

/** Who may ask in writing: everybody a data package can go to but the consumer, who asks in the mediation. */
export type Requester = Exclude<PackageRecipient, 'CONSUMER'>;

export interface AuthorityRequestOpening extends Pick<IllegalContentOpening, 'registrationCaseId' | 'earlier'> {
  readonly provider: PartyKey;
  readonly requester: Requester;
  /** Name of the authority or court. */
  readonly requesterName: string;
  readonly requestNumber: string;
  /** The provision that the request relies on. */
  readonly legalBasis: string;
  readonly asked: RequestFor;
  readonly receivedAt: Instant;
  /** The last day to answer, where the request sets one. */
  readonly answerBy: Day | null;
}

export interface AuthorityRequestFacts extends AuthorityRequestOpening {
  /** The case in which the measures asked for are taken. */
  contentCaseId: string | null;
  release: LoggedRelease | null;
}

const law = { clause: 'HN-NET 第八条第六项', requirement: 'HN-NET-08.5' } as const;
const platform = [handling('reviewer'), handling('manager')] as const;

/** Personal data do not leave the platform by the hand of one person alone. */
const decision = { ...law, by: platform, at: ['REQUEST_RECEIVED'], task: 'answer', notBy: ['filer'] } as const;

/** Written request of an authority or court for data on a provider, or for measures: HN-NET-08.5, 21.4. */
export const authorityRequest = contract<{
  opening: AuthorityRequestOpening;
  facts: AuthorityRequestFacts;
  inputs: AuthorityRequestInputs;
}>()({
  kind: 'authorityRequest',
  prefix: 'arq',
  mark: '协查',
  retention: 'TRANSACTION',
  title: text('协助调查请求', 'Request of an authority'),
  // Who investigates a provider does not tell it by asking for its data.
  parties: { provider: { ...provider, toldLater: true } },
  bodies: { platform: text('收到请求的平台', 'Platform that was asked') },
  intake: { by: ['reviewer'] },
  stages: { REQUEST_RECEIVED: text('已收到，待答复', 'Received, to be answered') },
  outcomes: { ANSWERED: text('已答复', 'Answered'), REFUSED: text('不予提供', 'Refused') },
  notices: authorityRequestNotices,
  tasks: {
    answer: {
      title: text('答复协助调查请求', 'Answer the request'),
      role: 'reviewer',
      dueBy: ['answerByLetter', 'answer'],
    },
    overdue: { title: text('协助调查请求逾期未答复，请督办', 'Overdue: see that it is answered'), role: 'manager' },
  },
  deadlines: {
    answerByLetter: {
      ...law,
      title: text('在来函期限内答复', 'Answer within the time of the request'),
      consequence: text('由负责人督办', 'The manager follows it up'),
      concerns: [{ role: 'reviewer' }],
      ladder: fiveWorkingDayLadder,
    },
    answer: {
      ...law,
      title: text('答复协助调查请求', 'Answer the request'),
      consequence: text('由负责人督办', 'The manager follows it up'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      ladder: fiveWorkingDayLadder,
    },
  },
  actions: {
    takeMeasures: {
      ...decision,
      title: text('按要求处置违法信息', 'Deal with the content'),
      done: text('按要求启动违法信息处置', 'The content is being dealt with'),
      event: 'MEASURES_STARTED',
    },
    answerRequest: {
      ...decision,
      title: text('答复并提供资料', 'Answer with a data package'),
      done: text('已答复并提供资料', 'Answered'),
      event: 'REQUEST_ANSWERED',
    },
    refuseRequest: {
      ...decision,
      title: text('不予提供', 'Refuse'),
      done: text('决定不予提供', 'Request refused'),
      event: 'REQUEST_REFUSED',
      adverse: true,
    },
  },
});

/** A step of a request. */
export type WrittenRequest = StepOf<typeof authorityRequest>;

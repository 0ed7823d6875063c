/** What the contract of a complaint is made of in every regime; a regime adds what its measures have besides. */
import { text } from '../../../rules/text.ts';
import { fifteenWorkingDayLadder, shortLadder } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import { complaintNotices } from './notices.ts';
import type { ComplaintTerms } from './terms.ts';

/** Stages, outcomes, tasks, deadlines, notices and actions of a complaint under these terms. */
export function complaintParts(terms: ComplaintTerms) {
  const { clause, requirements, respondent } = terms;
  const received = { clause, requirement: requirements.received } as const;
  const registered = { clause, requirement: requirements.registered } as const;
  const handled = { clause, requirement: requirements.handled } as const;
  const found = { clause, requirement: requirements.found } as const;
  /** A decision on the complaint: who filed it, or entered it for somebody, does not take it. */
  const decision = {
    ...found,
    by: [handling('reviewer')],
    at: ['INVESTIGATING'],
    adverse: true,
    task: 'investigate',
    notBy: ['filer'],
  } as const;
  return {
    received,
    registered,
    handled,
    found,
    decision,
    stages: {
      RECEIVED: text('已收到，待登记', 'Received, to be registered'),
      REGISTERED: text('已登记', 'Registered'),
      INVESTIGATING: text('调查处理中', 'Under investigation'),
    },
    outcomes: {
      UPHELD: text('投诉成立', 'Upheld'),
      NOT_UPHELD: text('投诉不成立', 'Not upheld'),
      WITHDRAWN: text('投诉人撤回，结案', 'Closed: withdrawn by the complainant'),
    },
    notices: complaintNotices(terms),
    tasks: {
      registerComplaint: {
        title: text('登记投诉', 'Register the complaint'),
        role: 'reviewer',
        dueBy: ['registration'],
      },
      investigate: {
        title: text('调查处理并认定责任', 'Investigate and find on responsibility'),
        role: 'reviewer',
        dueBy: ['handling'],
      },
      registrationOverdue: {
        title: text('投诉逾期未登记，请督办', 'Not registered in time: see to it'),
        role: 'manager',
      },
      handlingOverdue: { title: text('投诉逾期未办结，请督办', 'Not handled in time: see to it'), role: 'manager' },
    },
    deadlines: {
      registration: {
        ...registered,
        title: text('登记投诉', 'Register the complaint'),
        consequence: text('提请负责人督办', 'It goes to the manager'),
        platformRule: true,
        concerns: [{ role: 'reviewer' }],
        toldTo: ['complainant'],
        ladder: shortLadder,
      },
      handling: {
        ...handled,
        title: text('办结投诉', 'Handle the complaint'),
        consequence: text('提请负责人督办', 'It goes to the manager'),
        platformRule: true,
        concerns: [{ role: 'reviewer' }],
        toldTo: ['complainant'],
        ladder: fifteenWorkingDayLadder,
      },
    },
    actions: {
      registerComplaint: {
        ...registered,
        title: text('登记投诉', 'Register'),
        done: text('投诉已登记', 'Complaint registered'),
        event: 'COMPLAINT_REGISTERED',
        by: [handling('reviewer')],
        at: ['RECEIVED'],
        task: 'registerComplaint',
      },
      startInvestigation: {
        ...handled,
        title: text('开始调查', 'Start the investigation'),
        done: text('开始调查', 'Investigation started'),
        event: 'INVESTIGATION_STARTED',
        by: [handling('reviewer')],
        at: ['REGISTERED'],
        task: 'investigate',
      },
      giveStatement: {
        ...handled,
        title: text('提交答复说明', 'Answer the complaint'),
        done: text(`${respondent.zh}已答复`, `The ${respondent.en} has answered`),
        event: 'STATEMENT_GIVEN',
        by: [party('respondent')],
        at: ['REGISTERED', 'INVESTIGATING'],
        personal: ['statement'],
      },
      addEvidence: {
        ...handled,
        title: text('补充证据', 'Add evidence'),
        done: text('已补充证据', 'Evidence added'),
        event: 'EVIDENCE_ADDED',
        by: [party('complainant'), party('respondent')],
        at: ['RECEIVED', 'REGISTERED', 'INVESTIGATING'],
        personal: ['note'],
      },
      withdrawComplaint: {
        ...handled,
        title: text('撤回投诉', 'Withdraw the complaint'),
        done: text('投诉人撤回投诉', 'Complaint withdrawn'),
        event: 'COMPLAINT_WITHDRAWN',
        by: [party('complainant')],
        at: ['RECEIVED', 'REGISTERED', 'INVESTIGATING'],
        personal: ['reason'],
      },
      upholdComplaint: {
        ...decision,
        title: text('认定投诉成立', 'Uphold the complaint'),
        done: text('认定投诉成立', 'Complaint upheld'),
        event: 'COMPLAINT_UPHELD',
      },
      rejectComplaint: {
        ...decision,
        title: text('认定投诉不成立', 'Find the complaint not upheld'),
        done: text('认定投诉不成立', 'Complaint not upheld'),
        event: 'COMPLAINT_NOT_UPHELD',
      },
      reopenFinding: {
        ...found,
        title: text('复核认定结果', 'Reopen the finding'),
        done: text('认定结果进入复核', 'Finding reopened'),
        event: 'FINDING_REOPENED',
        by: [handling('reviewer'), handling('manager')],
        at: [],
        reopens: ['UPHELD', 'NOT_UPHELD'],
        adverse: true,
      },
    },
  } as const;
}

/** What the contract of a service activity is made of in every regime; a regime adds what its measures have besides. */
import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder, fixedDateLadder } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import { activityNotices, evidenceNotices } from './notices.ts';
import type { ActivityTerms, EvidenceTerms } from './terms.ts';

const ahead = ['PLANNED', 'PUBLISHED', 'SIGN_UP'] as const;

/** Stages, outcomes, tasks, deadlines, notices and actions of an activity under these terms. */
export function activityParts(terms: ActivityTerms) {
  const { held, published, attended } = terms;
  const organiser = [party('organiser')] as const;
  return {
    stages: {
      PLANNED: text('已计划', 'Planned'),
      PUBLISHED: text('已发布', 'Published'),
      SIGN_UP: text('报名中', 'Sign-up open'),
      HELD: text('已举办', 'Held'),
    },
    outcomes: {
      CLOSED: text('已办结', 'Closed'),
      CANCELLED: text('已取消', 'Cancelled'),
    },
    notices: activityNotices(terms),
    tasks: {
      enterHeld: { title: text('登记服务活动举办情况', 'Enter how the activity was held'), role: 'reviewer' },
    },
    deadlines: {
      holding: {
        ...held,
        title: text('举办服务活动', 'Hold the activity'),
        consequence: text('提醒组织单位登记举办情况', 'The organiser is asked how it was held'),
        platformRule: true,
        concerns: ['organiser'],
        toldTo: ['partners'],
        ladder: fixedDateLadder,
      },
    },
    actions: {
      publishActivity: {
        ...published,
        title: text('发布活动', 'Publish the activity'),
        done: text('活动已发布', 'Activity published'),
        event: 'ACTIVITY_PUBLISHED',
        by: organiser,
        at: ['PLANNED', 'HELD'],
      },
      openSignUp: {
        ...published,
        title: text('开放报名', 'Open the sign-up'),
        done: text('已开放报名', 'Sign-up opened'),
        event: 'SIGN_UP_OPENED',
        by: organiser,
        at: ['PUBLISHED'],
      },
      recordSignUps: {
        ...attended,
        title: text('登记报名情况', 'Enter the sign-ups'),
        done: text('报名情况已登记', 'Sign-ups entered'),
        event: 'SIGN_UPS_RECORDED',
        by: organiser,
        at: ['SIGN_UP'],
      },
      rescheduleActivity: {
        ...held,
        title: text('改期', 'Move it to another day'),
        done: text('活动已改期', 'Activity moved'),
        event: 'ACTIVITY_RESCHEDULED',
        by: organiser,
        at: ahead,
        adverse: true,
      },
      addPartner: {
        ...held,
        title: text('登记参与单位', 'Add a body that takes part'),
        done: text('参与单位已登记', 'A body takes part'),
        event: 'PARTNER_ADDED',
        by: organiser,
        at: [...ahead, 'HELD'],
      },
      recordHeld: {
        ...attended,
        title: text('登记举办情况', 'Enter how it was held'),
        done: text('活动已举办', 'Activity held'),
        event: 'ACTIVITY_HELD',
        by: organiser,
        at: ahead,
        task: 'enterHeld',
      },
      recordEvaluations: {
        ...attended,
        title: text('登记参加企业评价', 'Enter the evaluations'),
        done: text('参加企业评价已登记', 'Evaluations entered'),
        event: 'EVALUATIONS_RECORDED',
        by: organiser,
        at: ['HELD'],
      },
      cancelActivity: {
        ...held,
        title: text('取消活动', 'Cancel the activity'),
        done: text('活动已取消', 'Activity cancelled'),
        event: 'ACTIVITY_CANCELLED',
        by: organiser,
        at: ahead,
        adverse: true,
      },
    },
    /** Where no evidence is wanted within a time of its own. */
    closing: {
      ...held,
      title: text('办结活动', 'Close the activity'),
      done: text('活动已办结', 'Activity closed'),
      event: 'ACTIVITY_CLOSED',
      by: organiser,
      at: ['HELD'],
    },
  } as const;
}

const wanted = ['EVIDENCE_DUE', 'MISSING'] as const;

/** What an activity has besides where its evidence is wanted within a time of the law. */
export function evidenceParts(terms: EvidenceTerms) {
  const { evidence } = terms;
  const decision = { ...evidence, by: [handling('reviewer')], notBy: ['filer', 'uploader'] } as const;
  return {
    stages: {
      EVIDENCE_DUE: text('待上传活动材料', 'Evidence due'),
      MISSING: text('活动材料逾期未上传', 'Evidence missing: its time has passed'),
      EVIDENCE_UPLOADED: text('材料已上传，待核验', 'Evidence uploaded, to be examined'),
    },
    outcomes: { MISSING: text('活动材料未上传', 'Evidence missing') },
    notices: evidenceNotices(terms),
    tasks: {
      examineEvidence: { title: text('核验服务活动材料', 'Examine the evidence of an activity'), role: 'reviewer' },
      followUp: {
        title: text('服务活动材料未齐，请督促', 'Evidence of an activity is not complete: see to it'),
        role: 'reviewer',
      },
    },
    deadlines: {
      evidence: {
        ...evidence,
        title: text('上传参加企业名单、照片和总结', 'Upload the list, photos and summary'),
        consequence: text(
          '记为逾期上报；材料不全的不计入活动',
          'It is late; without all of it the activity does not count',
        ),
        concerns: ['organiser'],
        metBy: 'uploadEvidence',
        ladder: fiveWorkingDayLadder,
      },
    },
    actions: {
      uploadEvidence: {
        ...evidence,
        title: text('上传活动材料', 'Upload evidence'),
        done: text('活动材料已上传', 'Evidence uploaded'),
        event: 'ACTIVITY_EVIDENCE_UPLOADED',
        by: [party('organiser')],
        at: wanted,
      },
      acceptEvidence: {
        ...decision,
        title: text('材料齐全', 'Find it complete'),
        done: text('材料经核验齐全', 'Evidence complete'),
        event: 'ACTIVITY_EVIDENCE_ACCEPTED',
        at: ['EVIDENCE_UPLOADED'],
        task: 'examineEvidence',
      },
      returnEvidence: {
        ...decision,
        title: text('退回补充', 'Return for more'),
        done: text('材料不足，已退回', 'Evidence returned for more'),
        event: 'ACTIVITY_EVIDENCE_RETURNED',
        at: ['EVIDENCE_UPLOADED'],
        task: 'examineEvidence',
        adverse: true,
      },
      closeMissing: {
        ...decision,
        title: text('认定未上传', 'Close as missing'),
        done: text('认定活动材料未上传', 'Closed: the evidence is missing'),
        event: 'ACTIVITY_CLOSED_MISSING',
        at: wanted,
        task: 'followUp',
        adverse: true,
      },
    },
    wanted,
  } as const;
}

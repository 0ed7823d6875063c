/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { storeInvitation } from './contract.ts';

const acceptance = sampleDeadline({
  name: 'acceptance',
  title: text('提交开店申请（即为接受邀约）', 'file the application, which accepts the invitation'),
  lastDay: '2027-01-05',
  dueAt: '2027-01-06T00:00:00.000+08:00',
  workingDaysLeft: 21,
  provisional: true,
  consequence: text('邀约失效', 'the invitation lapses'),
  clause: 'SH-STORE 一.2',
  platformRule: true,
});

export const storeInvitationSamples: SamplesOf<typeof storeInvitation> = {
  invitation: {
    plannedAt: '2026-12-07T10:00:00.000+08:00',
    deadlines: [acceptance],
    inviter: text('上海市中小企业发展服务中心', 'Shanghai SME Development Service Centre'),
    note: '贵机构的跨境知识产权服务深受企业好评。\n欢迎先行来访。',
    reasons: [text('行业内领先', 'Leads its field'), text('市场信誉较好', 'Good reputation in the market')],
    invitedAt: '2026-12-07T10:00:00.000+08:00',
  },
  invitationLapsed: {
    invitedAt: '2025-09-01T10:00:00.000+08:00',
    lapsedAt: '2025-10-10T00:00:00.000+08:00',
  },
  invitationDeclined: {
    invitedAt: '2025-09-01T10:00:00.000+08:00',
    declinedAt: '2025-09-08T10:00:00.000+08:00',
  },
  invitationNotTakenUp: {
    outcome: text('已谢绝邀约', 'Declined'),
    invitedAt: '2025-09-01T10:00:00.000+08:00',
    endedAt: '2025-09-08T10:00:00.000+08:00',
    reason: '今年暂无线上开店计划',
  },
  invitationAccepted: { acceptedAt: '2025-09-10T10:00:00.000+08:00', applicationNumber: '沪企服店申〔2025〕140号' },
};

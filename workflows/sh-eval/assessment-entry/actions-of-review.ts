/** What the district and the commission decide of an entry before it is assessed (SH-EVAL-06, 07). */
import { text } from '../../../rules/text.ts';
import { handling } from '../../engine/grants.ts';

const district = { clause: 'SH-EVAL 五(二)', requirement: 'SH-EVAL-06.1' } as const;
const posting = { clause: 'SH-EVAL 五(二)', requirement: 'SH-EVAL-06.2' } as const;
const compliance = { clause: 'SH-EVAL 五(三)', requirement: 'SH-EVAL-07.1' } as const;

export const reviewActions = {
  recommend: {
    ...district,
    title: text('推荐参评', 'Recommend'),
    done: text('区主管部门推荐参评', 'Recommended by the district'),
    event: 'ENTRY_RECOMMENDED',
    by: [handling('reviewer')],
    at: ['DISTRICT_REVIEW'],
    task: 'reviewEntry',
    notBy: ['filer'],
  },
  notRecommend: {
    ...district,
    title: text('不予推荐', 'Do not recommend'),
    done: text('区主管部门不予推荐', 'Not recommended by the district'),
    event: 'ENTRY_NOT_RECOMMENDED',
    by: [handling('reviewer')],
    at: ['DISTRICT_REVIEW'],
    adverse: true,
    task: 'reviewEntry',
    notBy: ['filer'],
  },
  recordDispatch: {
    ...posting,
    title: text('登记推荐材料寄出', 'Record the posting'),
    done: text('推荐材料已寄出', 'Papers posted'),
    event: 'PAPERS_POSTED',
    by: [handling('reviewer')],
    at: ['RECOMMENDED', 'DISTRICT_LATE'],
    notBy: ['filer'],
  },
  takeUpLate: {
    ...posting,
    title: text('准予继续办理', 'Go on with it'),
    done: text('区级逾期，准予继续办理', 'Taken up although the district was late'),
    event: 'LATE_DISTRICT_EXCUSED',
    by: [handling('manager')],
    at: ['DISTRICT_LATE'],
    effect: 'waives',
    adverse: true,
    task: 'decideLateDistrict',
    notBy: ['filer'],
  },
  leaveOut: {
    ...posting,
    title: text('不纳入本年度测评', 'Leave it out'),
    done: text('区级逾期，不纳入本年度测评', 'Left out, the district being late'),
    event: 'ENTRY_LEFT_OUT',
    by: [handling('manager')],
    at: ['DISTRICT_LATE'],
    adverse: true,
    task: 'decideLateDistrict',
    notBy: ['filer'],
  },
  admit: {
    ...compliance,
    title: text('纳入测评', 'Admit'),
    done: text('合规性审核通过，纳入测评', 'Admitted to the assessment'),
    event: 'ENTRY_ADMITTED',
    by: [handling('reviewer')],
    at: ['COMPLIANCE_REVIEW'],
    task: 'checkCompliance',
    notBy: ['filer'],
  },
  refuseAdmission: {
    ...compliance,
    title: text('不纳入测评', 'Do not admit'),
    done: text('合规性审核未通过', 'Not admitted'),
    event: 'ENTRY_NOT_ADMITTED',
    by: [handling('reviewer')],
    at: ['COMPLIANCE_REVIEW'],
    adverse: true,
    task: 'checkCompliance',
    notBy: ['filer'],
  },
} as const;

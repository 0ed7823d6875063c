/** What is done with an entry until it is handed in: by the institution, and by the district that takes the papers (SH-EVAL-05). */
import { text } from '../../../rules/text.ts';
import { handling, party } from '../../engine/grants.ts';
import { personalPlaces } from './personal-places.ts';

const submission = { clause: 'SH-EVAL 五（一）', requirement: 'SH-EVAL-05.1' } as const;
const cutOff = { clause: 'SH-EVAL 五（一）', requirement: 'SH-EVAL-05.2' } as const;
const competent = { clause: 'SH-EVAL 五（一）', requirement: 'SH-EVAL-05.3' } as const;

export const submissionActions = {
  reviseEntry: {
    ...submission,
    title: text('修改申报材料', 'Change the entry'),
    done: text('申报材料已修改', 'Entry changed'),
    event: 'ENTRY_REVISED',
    by: [party('institution')],
    at: ['ENTRY_DRAFT'],
    withholds: ['changes'],
    personal: personalPlaces.map((place) => `changes.${place}`),
  },
  submitEntry: {
    ...submission,
    title: text('提交电子版申报材料', 'Hand in the electronic materials'),
    done: text('电子版申报材料已提交', 'Electronic materials handed in'),
    event: 'ENTRY_SUBMITTED',
    by: [party('institution')],
    at: ['ENTRY_DRAFT'],
    // What came in time is taken, also where the passing of the cut-off was recorded before it.
    reopens: ['LATE_REFUSED'],
    reading: 'submission',
  },
  withdrawEntry: {
    ...submission,
    title: text('撤回申报', 'Withdraw the entry'),
    done: text('申报已撤回', 'Entry withdrawn'),
    event: 'ENTRY_WITHDRAWN',
    by: [party('institution')],
    at: ['ENTRY_DRAFT', 'SUBMITTED', 'DISTRICT_REVIEW', 'RECOMMENDED', 'DISTRICT_LATE', 'COMPLIANCE_REVIEW'],
  },
  recordPaper: {
    ...cutOff,
    title: text('登记收到纸质材料', 'Record the paper set'),
    done: text('纸质材料已收到', 'Paper set received'),
    event: 'PAPER_RECEIVED',
    by: [handling('reviewer')],
    at: ['ENTRY_DRAFT', 'SUBMITTED', 'DISTRICT_LATE'],
    task: 'recordPaper',
    notBy: ['filer'],
  },
  returnEntry: {
    clause: 'SH-EVAL 填写说明',
    requirement: 'SH-EVAL-06.1',
    title: text('退回补正', 'Return for correction'),
    done: text('申报材料已退回补正', 'Entry returned for correction'),
    event: 'ENTRY_RETURNED',
    by: [handling('reviewer')],
    at: ['SUBMITTED', 'DISTRICT_REVIEW'],
    adverse: true,
    task: 'reviewEntry',
    notBy: ['filer'],
  },
  nameDistrict: {
    ...competent,
    title: text('更正注册地所属区', 'Correct the district of registration'),
    done: text('注册地所属区已更正', 'District of registration corrected'),
    event: 'DISTRICT_NAMED',
    by: [party('institution')],
    at: ['ENTRY_DRAFT'],
  },
  handOver: {
    ...competent,
    title: text('移交注册地所属区', 'Hand over to the district of registration'),
    done: text('已移交注册地所属区', 'Handed over to the district of registration'),
    event: 'ENTRY_HANDED_OVER',
    by: [handling('reviewer')],
    // Recommended it is handed over no more: the papers are with this district.
    at: ['SUBMITTED', 'DISTRICT_REVIEW'],
    notBy: ['filer'],
  },
  allowLate: {
    ...cutOff,
    requirement: 'SH-EVAL-05.4',
    title: text('准予逾期申报', 'Let a late entry in'),
    done: text('准予逾期申报', 'Late entry let in'),
    event: 'LATE_ENTRY_ALLOWED',
    by: [handling('manager')],
    at: [],
    reopens: ['LATE_REFUSED'],
    effect: 'waives',
    adverse: true,
    notBy: ['filer'],
    reading: 'campaignStage',
  },
} as const;

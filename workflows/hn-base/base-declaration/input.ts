/** Input schemas of the actions of a declaration. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { eligibilityItems, itemResults, type EligibilityItem } from '../../../rules/hn-base/eligibility.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { contactInput, day, files, note, reason, shortLine } from '../../engine/input.ts';
import { inUnit, refersTo, titled, titledBy } from '../../engine/titled.ts';
import { id, line, paragraphs } from '../../engine/typed.ts';
import { declarationChanges } from './form-schema.ts';

const copies = titled(
  inUnit(z.int().min(1).max(200), '份', 'copies'),
  '收到份数',
  'Copies received',
  text('累计收到的份数。', 'All that have come so far.'),
);
const declarationCopies = titled(
  inUnit(z.int().min(0).max(200), '份', 'copies'),
  '收到份数',
  'Copies received',
  text(
    '累计收到的份数。报送截止后仍未收到或者未收齐的，按实际份数填写，收到日期填今天，按逾期处理。',
    'All that have come so far. If some or all have not come by the last day, give what there is and today as the day: it is late.',
  ),
);
const receivedOn = titled(day, '收到日期', 'Received on');
const words = titled(paragraphs(4000), '意见', 'Comment');
const caseId = id.max(64);

const result = (item: EligibilityItem) => titledBy(choice(itemResults), eligibilityItems[item]);
const judged = z.strictObject({
  RECOGNITION: result('RECOGNITION'),
  CONTEST_AND_CLOUD: result('CONTEST_AND_CLOUD'),
  ACTIVITIES: result('ACTIVITIES'),
  REPORTS: result('REPORTS'),
});

export const baseDeclarationInputs = {
  correctContact: contactInput,
  addMaterials: z.strictObject({ note, fileIds: titled(files(20).min(1), '申报材料', 'Materials') }),
  correctDeclaration: z.strictObject({
    changes: titled(
      declarationChanges,
      '更正内容',
      'Corrections',
      text('只填需要更正的。', 'Only what is to be corrected.'),
    ),
    note: note.optional(),
  }),
  guideApplicant: z.strictObject({ comment: words }),
  submitToCity: z.strictObject({ note: note.optional() }),
  returnToBase: z.strictObject({ reason }),
  judgeItems: z.strictObject({ items: titled(judged, '各项条件', 'Items'), note: note.optional() }),
  recommendBase: z.strictObject({
    document: titled(shortLine, '推荐文件文号', 'Number of the recommendation'),
    fileIds: titled(files(10).min(1), '推荐文件和推荐表', 'Recommendation and its form'),
  }),
  declineRecommendation: z.strictObject({ reason }),
  fileWithProvince: z.strictObject({ note: note.optional() }),
  recordPaper: z.strictObject({ copies: declarationCopies, receivedOn }),
  withdrawDeclaration: z.strictObject({ reason: reason.optional() }),
  panelDrawn: z.strictObject({ seed: line(4000), order: z.array(line(80)).max(100) }),
  opinionGiven: z.strictObject({ opinion: caseId }),
  opinionOpened: z.strictObject({ opinion: caseId, score: z.number(), words: paragraphs(4000) }),
  opinionOverdue: z.strictObject({ opinion: caseId }),
  expertLeft: z.strictObject({ opinion: caseId, reason }),
  replaceExpert: z.strictObject({
    opinion: titled(refersTo(caseId, 'case', 'baseOpinion'), '评审意见案件', 'Case of the opinion'),
    reason,
  }),
  setAsideOpinion: z.strictObject({
    opinion: titled(refersTo(caseId, 'case', 'baseOpinion'), '评审意见案件', 'Case of the opinion'),
    reason,
  }),
  baseSelected: z.strictObject({ reason: reason.nullable() }),
  baseNotSelected: z.strictObject({ reason }),
  callEnded: z.strictObject({}),
  fileRevision: z.strictObject({
    note: note.optional(),
    fileIds: titled(files(20).min(1), '定稿材料', 'Final materials'),
  }),
  returnRevision: z.strictObject({ reason }),
  recordFinalPaper: z.strictObject({ copies, receivedOn }),
  recordDisc: z.strictObject({ receivedOn }),
  acceptLate: z.strictObject({ reason }),
  refuseLate: z.strictObject({ reason }),
};

export type BaseDeclarationInputs = {
  [A in keyof typeof baseDeclarationInputs]: z.output<(typeof baseDeclarationInputs)[A]>;
};

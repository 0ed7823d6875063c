/** Numbers of the annual evaluation (AH-EVAL-01, 06, 07). What was lost with the tables is not set until an administrator sets it. */
import { choice, lost, rule, type RuleValue } from '../../book/rule-book.ts';
import { extras, indicators, memberKinds, sheetFor, type ExtraName, type MemberKind } from '../indicators.ts';

const annex = { CITY_PLATFORM: 'AH-EVAL 附件1', INSTITUTION: 'AH-EVAL 附件2' } as const;

type Points = RuleValue & { readonly value: null };

/** Full marks of an item, e.g. `evaluation.weights.INSTITUTION.matching`. */
export type WeightKey = `evaluation.weights.${MemberKind}.${string}`;

/** Points for each one of a bonus or deduction item, e.g. `evaluation.points.complaints`. */
export type PointsKey = `evaluation.points.${ExtraName}`;

const weights = Object.fromEntries(
  (Object.keys(memberKinds) as MemberKind[]).flatMap((kind) =>
    sheetFor(kind).items.map((name): [WeightKey, Points] => {
      const { title, requirement } = indicators[name];
      const of = memberKinds[kind];
      return [
        `evaluation.weights.${kind}.${name}`,
        lost('point', annex[kind], requirement, `${of.zh}“${title.zh}”满分`, `${of.en}, ${title.en}: full marks`),
      ];
    }),
  ),
) as Readonly<Record<WeightKey, Points>>;

const points = Object.fromEntries(
  (Object.keys(extras) as ExtraName[]).map((name): [PointsKey, Points] => {
    const { title, requirement } = extras[name];
    return [
      `evaluation.points.${name}`,
      lost('point', 'AH-EVAL 附件1', requirement, `${title.zh}每次分值`, `${title.en}: points each`),
    ];
  }),
) as Readonly<Record<PointsKey, Points>>;

export const evaluationValues = {
  ...weights,
  ...points,
  'evaluation.limits.excellent': lost(
    'point',
    'AH-EVAL 第七条',
    'AH-EVAL-07.5',
    '优秀的最低分（含本数；未设定时由人工定等）',
    'Least score of excellent (included; graded by hand while it is not set)',
  ),
  'evaluation.limits.qualified': lost(
    'point',
    'AH-EVAL 第七条',
    'AH-EVAL-07.5',
    '合格的最低分（含本数；未设定时由人工定等）',
    'Least score of qualified (included; graded by hand while it is not set)',
  ),
  'evaluation.commentWithin': rule(
    5,
    'working day',
    'AH-EVAL 第六条第二项',
    'AH-EVAL-06.4',
    '核对评价数据、提出意见的期限',
    'Time to check and comment on the data',
  ),
  'evaluation.summaryDue': choice(
    ['01-10', '01-15', '01-20', '01-31'],
    'A-88',
    'AH-EVAL-06.2',
    '年度工作总结报送截止日（次年，月-日）',
    'Day by which the yearly summary is due in the next year (month-day)',
  ),
  'evaluation.complaintYear': choice(
    ['RECEIVED', 'VERIFIED'],
    'A-85',
    'AH-EVAL-08.2',
    '投诉计入的年度',
    'The year to which a complaint counts',
    { RECEIVED: { zh: '收到年度', en: 'of receipt' }, VERIFIED: { zh: '核实年度', en: 'of verification' } },
  ),
} as const;

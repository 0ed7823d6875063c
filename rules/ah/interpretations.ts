/** How this platform reads the text where it leaves something open (interpretation, 5.2); each reading can be changed in the rules. */
import { interpretationsOf } from '../book/clauses.ts';

const operation = interpretationsOf('AH-OPS', [
  [
    'A-80',
    '重大服务活动 动态管理',
    '第一至三条、第九条等缺失，部分条号缺失',
    'Articles 1 to 3 and 9 are missing, and some numbers are lost',
    '缺失条号的条款按内容引用',
    'Articles without a number are cited by content',
  ],
  [
    'A-86',
    '第五条 第十五条',
    '备案是登记还是审批，何时报备',
    'Is filing an approval, and when is a change reported?',
    '属登记，材料齐全即备案；变更后10个工作日内报备',
    'A record: complete proof is filed; reported within 10 working days of the change',
  ],
  [
    'A-87',
    '动态管理',
    '白名单、黑名单的标准、效力和期限未规定',
    'Criteria, effect and end of the lists are not given',
    '均由决定列入和移出：上年优秀的可列白名单，被取消或者造假的可列黑名单',
    'By decision alone: excellent last year for the white list, cancelled or fabricated for the black list',
  ],
  [
    'A-92',
    '第四条',
    '文中“服务运营管理现状”为混入的检索词',
    'An inserted search keyword stands in the text',
    '按“运营管理”理解',
    'Read as operation management',
  ],
]);

const evaluation = interpretationsOf('AH-EVAL', [
  ['A-81', '附件1(服务数据上传)', '“110日”文字缺损', 'The date is garbled', '1月10日', '10 January'],
  [
    'A-82',
    '第四条 附件1 附件2',
    '权重、满分、加减分值和等次分数线缺失',
    'Weights, full marks, sizes and grade limits are lost',
    '未设置前不计算总分',
    'No total is reckoned until they are set',
  ],
  ['A-83', '附件1 附件2', '指标名称缺失', 'Names of the rows are lost', '按内容与评价内容条对应', 'Matched by content'],
  ['A-84', '第四条', '“附件12”连写', 'Runs together', '附件1、附件2', 'Annexes 1 and 2'],
  [
    'A-85',
    '附件1(减分项)',
    '投诉计入收到年度还是核实年度',
    'Does the year of receipt or of verification count?',
    '收到年度；计分前核实的计入',
    'Of receipt, if verified before scoring',
  ],
  ['A-88', '第六条第二项', '年度总结何时报送', 'When is the yearly summary due?', '1月10日', '10 January'],
  [
    'A-89',
    '附件1(服务企业满意度)',
    '满意率如何计算，没有评价时如何处理',
    'The formula, and no evaluations at all',
    '满意数除以评价数；没有评价的不适用',
    'Satisfied of all; none is not applicable',
  ],
  [
    'A-90',
    '第六条第一项',
    '季通报何时完成',
    'When is the bulletin due?',
    '季末后10个工作日内形成草稿',
    'Drafted within 10 working days after the quarter',
  ],
  [
    'A-91',
    '附件1(服务数据上传)',
    '线下活动“及时”发布到线上多久',
    'How soon are offline activities published online?',
    '同为活动后5个工作日',
    'The same 5 working days',
  ],
]);

export const anhuiInterpretations = [...operation, ...evaluation];

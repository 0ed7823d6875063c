/** How this platform reads the text where it leaves something open (interpretation, 5.2); each reading can be changed in the rules. */
import { interpretationsOf } from '../book/clauses.ts';

export const declarationInterpretations = interpretationsOf('HN-BASE', [
  [
    'A-75',
    '一',
    '通知没有写明是哪个省',
    'The call does not name its province',
    '按用语（市州、省工信厅）为湖南省，可在规则中设定',
    'Hunan, as its words suggest; the rules can set it otherwise',
  ],
  [
    'A-76',
    '四',
    '必须推荐4家还是至多4家；同分如何处理',
    'Exactly four or up to four, and what of equal scores?',
    '至多4家；第4名同分由负责人说明理由后决定',
    'Up to four; a manager decides equal scores at place four with a reason',
  ],
  [
    'A-77',
    '一',
    '2019年12月哪一天期满；有效期多长',
    'Which day of December 2019, and how long is a title valid?',
    '2019年12月31日；其他批次按称号载明的期限',
    '2019-12-31; for other batches the day that the title states',
  ],
  [
    'A-78',
    '三 四',
    '只有第一次报送写明逾期不候，第二次没有写',
    'Only the first filing is said to be refused when late',
    '第一次逾期不受理；第二次标明逾期，由负责人决定',
    'The first is refused; the second is marked late and a manager decides',
  ],
]);

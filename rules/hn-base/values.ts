/** Numbers and dates of the declaration of bases as data (HN-BASE). */
import { choice, rule } from '../book/rule-book.ts';
import { text } from '../text.ts';

export const declarationValues = {
  'base.province': choice(
    ['hn-dept-province'],
    'A-75',
    'HN-BASE-01.1',
    '组织申报的省级主管部门',
    'The provincial department that organises the declaration',
    { 'hn-dept-province': text('湖南省中小企业主管部门', 'Hunan provincial SME department') },
  ),
  'base.cityFiling': choice(
    ['2019-04-26'],
    'HN-BASE 三',
    'HN-BASE-02.2',
    '2019年度市州报送的最后一日',
    'Last day on which cities file in 2019',
  ),
  'base.finalFiling': choice(
    ['2019-05-10'],
    'HN-BASE 四',
    'HN-BASE-04.2',
    '2019年度定稿材料报送的最后一日',
    'Last day on which the final materials are filed in 2019',
  ),
  'base.quota': rule(4, 'count', 'HN-BASE 四', 'HN-BASE-03.2', '推荐基地的家数上限', 'Bases recommended at most'),
  'base.copies': rule(2, 'count', 'HN-BASE 三', 'HN-BASE-02.3', '申报材料纸质份数', 'Paper copies of the declaration'),
  'base.finalCopies': rule(
    3,
    'count',
    'HN-BASE 四',
    'HN-BASE-04.1',
    '定稿材料纸质份数',
    'Paper copies of the final materials',
  ),
  'base.activities': rule(
    1,
    'count',
    'HN-BASE 二',
    'HN-BASE-01.3',
    '企业服务活动的最少项数',
    'Least number of service activities taken part in',
  ),
  'base.panel': rule(3, 'count', 'HN-BASE 四', 'HN-BASE-03.1', '每家基地的评审专家人数', 'Experts for each base'),
  'base.opinionWithin': rule(
    3,
    'working day',
    'HN-BASE 四',
    'HN-BASE-03.1',
    '专家提交评审意见的期限',
    'Time for an expert to give the opinion',
  ),
  'base.late': choice(
    ['MANAGER_DECIDES', 'REFUSED'],
    'A-78',
    'HN-BASE-04.2',
    '定稿材料逾期的处理',
    'What follows from late final materials',
    {
      MANAGER_DECIDES: text('由负责人决定是否接收', 'a manager decides whether they are taken'),
      REFUSED: text('不予接收', 'they are not taken'),
    },
  ),
  'base.validity': choice(
    ['2019-12-31'],
    'A-77',
    'HN-BASE-05.1',
    '2016年批次示范基地的有效期末日',
    'Last day of the titles of 2016',
  ),
  'base.titleReminder': rule(
    3,
    'month',
    'HN-BASE 一',
    'HN-BASE-05.2',
    '称号期满前提醒提前的月数',
    'Months before the end of a title at which its holder is reminded',
  ),
} as const;

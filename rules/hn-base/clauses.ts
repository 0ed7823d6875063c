/** The call for declarations of demonstration bases, passage by passage (HN-BASE). */
import { clausesOf, type RegulationText } from '../book/clauses.ts';

export const declarationCall: RegulationText = {
  code: 'HN-BASE',
  clauses: clausesOf('HN-BASE', [
    [
      '一',
      '符合条件的省级基地自愿申报，由市州主管部门组织；2016年公布的国家示范基地2019年12月期满，可重新申报。',
      'Provincial bases that qualify declare voluntarily, through the department of their city; titles of 2016 end in December 2019, and their holders may declare again.',
      '01.1 01.5 05.1 05.2 05.3',
      '2019年12月有效期满可自愿重新申报',
    ],
    [
      '二',
      '申报单位积极参加创客中国大赛、上云活动和省市企业服务活动，按时按质报送运营情况，业绩良好。',
      'Applicants take part in the Maker China contest, in cloud activities and in services of province and city, file their operating data on time and do well.',
      '01.2 01.3 01.4',
      '积极参与“创客中国”',
    ],
    [
      '三',
      '市州主管部门指导准备材料，4月26日前将推荐文件、推荐表和申报材料纸质一式两份报送省厅，逾期不候。',
      'The city guides the applicant and files recommendation, form and materials on paper in two copies by 26 April; late filings are not waited for.',
      '02.1 02.2 02.3 02.4 02.5',
      '于4月26日前将推荐文件',
    ],
    [
      '四',
      '省厅组织专家评审，推荐4家；入选基地修改完善，纸质材料一式三份，连同光盘于5月10日前报省厅。',
      'The province has experts review and recommends four; those revise, and file three paper copies with all materials on disc by 10 May.',
      '03.1 03.2 03.3 03.4 04.1 04.2 04.3',
      '推荐4家创业创新基地',
    ],
  ]),
};

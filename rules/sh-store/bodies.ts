/** The bodies of the store regime. */
import { text } from '../text.ts';

/** Who reviews, supervises and clears stores, and who follows what becomes of its recommendations. */
export const bodies = [
  {
    id: 'sh-centre',
    name: text('上海市中小企业发展服务中心', 'Shanghai SME Development Service Centre'),
    mark: '沪企服',
    region: 'SH',
    telephone: '021-88000001',
  },
  {
    id: 'sh-commission',
    name: text('上海市经济和信息化委员会', 'Shanghai Municipal Commission of Economy and Informatization'),
    mark: '沪经信',
    region: 'SH',
    telephone: '021-88000002',
  },
  {
    id: 'sh-pudong',
    name: text('浦东新区科技和经济委员会', 'Pudong New Area Commission of Science, Technology and Economy'),
    mark: '浦科经',
    region: 'SH/PUDONG',
    telephone: '021-88000003',
  },
] as const;

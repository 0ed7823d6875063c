import { text, type Text } from '../../rules/text.ts';

/** The bodies of the Shanghai regime by id. */
export const BODY_NAMES: Readonly<Record<string, Text>> = {
  'sh-centre': text('上海市中小企业发展服务中心', 'Shanghai SME Development Service Centre'),
  'sh-commission': text('上海市经济和信息化委员会', 'Shanghai Municipal Commission of Economy and Informatization'),
  'sh-pudong': text('浦东新区科技和经济委员会', 'Pudong New Area Commission of Science, Technology and Economy'),
};

import { catalogue } from '../words/catalogue.ts';

export const basesWords = catalogue({
  title: ['{{year}} 年示范基地评审', 'Review of bases, {{year}}'],
  toCall: ['申报通知案件', 'Case of the call'],
  quota: ['可推荐 {{quota}} 家', 'Up to {{quota}} can be recommended'],
  ranking: ['专家评分排序', 'By the scores of the experts'],
  tieAtQuota: [
    '第 {{quota}} 名与其后得分相同，由负责人决定，并写明理由。',
    'Place {{quota}} and the next have the same score: a manager decides, and gives the reason.',
  ],
  none: ['还没有收到齐全的申报。', 'No complete declaration has come yet.'],
});

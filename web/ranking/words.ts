import { catalogue } from '../words/catalogue.ts';

export const rankingWords = catalogue({
  place: ['名次', 'Place'],
  nth: ['第 {{place}} 名', '{{place}}'],
  unplaced: ['未评分', 'not scored'],
  tied: ['并列', 'tied'],
  name: ['名称', 'Name'],
  score: ['得分', 'Score'],
  decision: ['决定和理由', 'Decision and reason'],
  undecided: ['未决定', 'not decided'],
});

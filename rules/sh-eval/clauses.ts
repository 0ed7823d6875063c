/** What the notice on the third-party assessment says of points and ratings, as far as the store measures rest on it (SH-EVAL-10, 11). */
import { clausesOf, type RegulationText } from '../book/clauses.ts';
import { text } from '../text.ts';

export const assessmentNotice: RegulationText = {
  code: 'SH-EVAL',
  standing: {
    code: 'IN_FORCE',
    on: '2020-11-10',
    from: '2020-11-10',
    ...text('已印发，适用于2020年度测评', 'issued, for the assessment of 2020'),
  },
  clauses: clausesOf('SH-EVAL', [
    [
      '积分规则',
      '店铺积分按17项规则累计：注册时间、介绍、官网、资质、产品、装修、登录、关注、购买、好评、评论、回复和好评率；只有资质封顶200分。',
      'Points of a store add up by 17 rules: years, introduction, site, certificates, products, decoration, logins, followers, purchases, favourable ratings, comments, replies and the favourable share; only certificates have a cap, of 200.',
      '10.1 10.2 10.3 10.4 10.5 10.6 10.7 10.8 10.9 10.10 10.11 10.12 10.13 10.14 10.15 10.16 10.17 10.18 10.19 10.20',
      '200分封顶',
    ],
    [
      '评价等级',
      '按累计积分分五星、五钻、五冠共15级，上下限均含本数。',
      'Fifteen levels by points: five of stars, five of diamonds, five of crowns; both bounds of a level belong to it.',
      '11.1 11.2 11.3 11.4 11.5',
      '101-200',
    ],
  ]),
};

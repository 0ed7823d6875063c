import { rule } from '../book/rule-book.ts';

const doc = 'SH-EVAL 积分规则';

/** The numbers of the store points table (SH-EVAL-10). */
export const pointsValues = {
  'points.companyYears': rule(5, 'point', doc, 'SH-EVAL-10.1', '公司注册时间，每年', 'Company registration, per year'),
  'points.companyIntro': rule(20, 'point', doc, 'SH-EVAL-10.2', '公司介绍', 'Company introduction'),
  'points.companySite': rule(20, 'point', doc, 'SH-EVAL-10.3', '公司官网', 'Company website'),
  'points.certificate': rule(10, 'point', doc, 'SH-EVAL-10.4', '公司资质，每项', 'Each qualification certificate'),
  'points.certificateCap': rule(200, 'point', doc, 'SH-EVAL-10.4', '公司资质封顶', 'Cap of the certificates'),
  'points.product': rule(10, 'point', doc, 'SH-EVAL-10.5', '服务产品，每个', 'Each listed product'),
  'points.decoration': rule(50, 'point', doc, 'SH-EVAL-10.6', '个性化装修', 'Personalised decoration'),
  'points.loginDay': rule(1, 'point', doc, 'SH-EVAL-10.7', '卖家登录，每天', 'Seller login, per day'),
  'points.loginStreak': rule(5, 'point', doc, 'SH-EVAL-10.8', '卖家连续登录，每满一轮', 'Each completed login streak'),
  'points.streak': rule(10, 'count', doc, 'SH-EVAL-10.8', '一轮连续登录的天数', 'Consecutive days of a login streak'),
  'points.followPersonal': rule(1, 'point', doc, 'SH-EVAL-10.9', '个人用户关注', 'Follow by a personal user'),
  'points.followEnterprise': rule(3, 'point', doc, 'SH-EVAL-10.10', '企业用户关注', 'Follow by an enterprise user'),
  'points.purchase': rule(10, 'point', doc, 'SH-EVAL-10.11', '购买产品，每次', 'Each completed purchase'),
  'points.praisePersonal': rule(
    1,
    'point',
    doc,
    'SH-EVAL-10.12',
    '个人用户好评',
    'Favourable rating by a personal user',
  ),
  'points.praiseEnterprise': rule(
    2,
    'point',
    doc,
    'SH-EVAL-10.13',
    '企业用户好评',
    'Favourable rating by an enterprise user',
  ),
  'points.commentPersonal': rule(1, 'point', doc, 'SH-EVAL-10.14', '个人用户评论', 'Comment by a personal user'),
  'points.commentEnterprise': rule(2, 'point', doc, 'SH-EVAL-10.15', '企业用户评论', 'Comment by an enterprise user'),
  'points.reply': rule(2, 'point', doc, 'SH-EVAL-10.16', '评论回复', 'Reply to a comment'),
  'points.praiseRate': rule(
    50,
    'point',
    doc,
    'SH-EVAL-10.17',
    '活动期间好评率达标',
    'Favourable share reached in an activity period',
  ),
  'points.praiseShare': rule(70, 'percent', doc, 'SH-EVAL-10.17', '好评率下限', 'Least favourable share'),
  'points.praiseMinRatings': rule(
    1,
    'count',
    'A-41',
    'SH-EVAL-10.17',
    '计算好评率的最少评价数',
    'Least ratings for a share',
  ),
} as const;

/** What every database starts with: a calendar and the rules; in training mode accounts besides. */
import type { ChainHash } from '../config/chain-hash.ts';
import type { AuditedChange } from '../rules/audit.ts';
import type { Instant } from '../rules/time/index.ts';
import { publishedCalendar } from '../rules/time/published-calendar.ts';
import { appendAudit, commandOrigin } from './audit.ts';
import type { Database } from './client.ts';
import type { Office } from '../rules/roles.ts';
import type { InputJsonValue } from '@prisma/client/runtime/client';
import { regimes } from '../workflows/regimes.ts';
import { createAccount, type NewAccount } from './create-account.ts';
import { TRAINING_PASSWORD } from './password-rules.ts';

export { TRAINING_PASSWORD };

/** The domain of the addresses of training mode: no mail leaves for it. */
export const TRAINING_DOMAIN = 'demo.anjuan.test';

const centre = { bodyId: 'sh-centre', region: 'SH' } as const;

/** The accounts of training mode, one a role, two where four eyes or two institutions are needed. */
export const TRAINING_ACCOUNTS: readonly Omit<NewAccount, 'password'>[] = [
  account('admin', '系统管理员', { role: 'admin' }),
  account('auditor', '审计员 沈', { role: 'auditor' }),
  account('manager', '周主任', { role: 'manager', ...centre }),
  account('reviewer', '李审核', { role: 'reviewer', ...centre }),
  account('reviewer2', '王审核', { role: 'reviewer', ...centre }),
  account('district', '浦东新区科经委 陈科长', { role: 'district', bodyId: 'sh-pudong', region: 'SH/PUDONG' }),
  account('authority', '市经信委 赵处长', { role: 'authority', bodyId: 'sh-commission', region: 'SH' }),
  account('provider', '上海启明企业服务有限公司', { role: 'provider', party: '91310115MA1K3AB128' }),
  account('provider2', '上海致远知识产权代理有限公司', { role: 'provider', party: '91310104MA1FR2CD85' }),
  account('consumer', '上海晨光小微企业', { role: 'consumer', party: 'person:demo-consumer' }),
  // The Hunan network: hub, city window (which also runs an industry window), county window, departments of city and province, a provider.
  account('hub', '省枢纽平台 张运营', { role: 'reviewer', bodyId: 'hn-hub', region: 'HN' }),
  account('hubmanager', '省枢纽平台 刘主任', { role: 'manager', bodyId: 'hn-hub', region: 'HN' }),
  account(
    'window',
    '长沙窗口平台 何运营',
    { role: 'reviewer', bodyId: 'hn-changsha', region: 'HN/CHANGSHA' },
    { role: 'reviewer', bodyId: 'hn-changsha-machinery', region: 'HN/CHANGSHA' },
  ),
  account('county', '浏阳窗口平台 罗运营', { role: 'reviewer', bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' }),
  account('windowmanager', '长沙窗口平台 唐主任', { role: 'manager', bodyId: 'hn-changsha', region: 'HN/CHANGSHA' }),
  account('countymanager', '浏阳窗口平台 邓主任', {
    role: 'manager',
    bodyId: 'hn-liuyang',
    region: 'HN/CHANGSHA/LIUYANG',
  }),
  account('department', '长沙市主管部门 谭科长', {
    role: 'reviewer',
    bodyId: 'hn-dept-changsha',
    region: 'HN/CHANGSHA',
  }),
  account('departmentmanager', '长沙市主管部门 彭主任', {
    role: 'manager',
    bodyId: 'hn-dept-changsha',
    region: 'HN/CHANGSHA',
  }),
  account('countydepartment', '浏阳市主管部门 黎主任', {
    role: 'manager',
    bodyId: 'hn-dept-liuyang',
    region: 'HN/CHANGSHA/LIUYANG',
  }),
  account('province', '省主管部门 贺主任', { role: 'manager', bodyId: 'hn-dept-province', region: 'HN' }),
  account('supplier', '长沙星辰检测技术有限公司', { role: 'provider', party: '91430102MA4L8XK93A' }),
  // The assessment of Shanghai: departments of two districts, the commission, the third party, an institution that enters.
  account('pudong', '浦东新区科经委 顾科员', { role: 'reviewer', bodyId: 'sh-pudong', region: 'SH/PUDONG' }),
  account('xuhui', '徐汇区主管部门 陆科员', { role: 'reviewer', bodyId: 'sh-xuhui', region: 'SH/XUHUI' }),
  account('commission', '市经信委 钱科员', { role: 'reviewer', bodyId: 'sh-commission', region: 'SH' }),
  account('commissionmanager', '市经信委 孙处长', { role: 'manager', bodyId: 'sh-commission', region: 'SH' }),
  // Who sets the results does not publish them.
  account('commissionmanager2', '市经信委 何副处长', { role: 'manager', bodyId: 'sh-commission', region: 'SH' }),
  account('assessor', '第三方测评机构 吴测评', { role: 'reviewer', bodyId: 'sh-assessor', region: 'SH' }),
  account('assessor2', '第三方测评机构 郑测评', { role: 'reviewer', bodyId: 'sh-assessor', region: 'SH' }),
  account('entrant', '上海恒信创业服务有限公司', { role: 'provider', party: '91310104MA1FR9HX35' }),
  // The declaration of bases in Hunan: the province, experts, two bases.
  account('provincereviewer', '省主管部门 秦科员', { role: 'reviewer', bodyId: 'hn-dept-province', region: 'HN' }),
  account('expert', '评审专家 曹教授', { role: 'expert', party: 'person:demo-expert' }),
  account('expert2', '评审专家 袁研究员', { role: 'expert', party: 'person:demo-expert2' }),
  account('expert3', '评审专家 董总工', { role: 'expert', party: 'person:demo-expert3' }),
  account('base', '长沙麓谷创业创新基地有限公司', { role: 'provider', party: '91430102MA4L7BAKER' }),
  account('base2', '长沙雨花创业创新基地有限公司', { role: 'provider', party: '91430104MA4L7BKE2F' }),
  // The Anhui network: department, provincial platform, bureau and platform of two cities, two resident institutions.
  account('anhui', '省经信厅 汪科员', { role: 'reviewer', bodyId: 'ah-department', region: 'AH' }),
  account('anhuimanager', '省经信厅 程处长', { role: 'manager', bodyId: 'ah-department', region: 'AH' }),
  account('anhuiplatform', '省综合服务平台 方运营', { role: 'reviewer', bodyId: 'ah-platform', region: 'AH' }),
  account('anhuiplatformmanager', '省综合服务平台 丁主任', { role: 'manager', bodyId: 'ah-platform', region: 'AH' }),
  account('hefeibureau', '合肥市经信局 夏科员', { role: 'reviewer', bodyId: 'ah-bureau-hefei', region: 'AH/HEFEI' }),
  account('hefei', '合肥市综合服务平台 崔运营', { role: 'reviewer', bodyId: 'ah-platform-hefei', region: 'AH/HEFEI' }),
  account('wuhu', '芜湖市综合服务平台 鲍运营', { role: 'reviewer', bodyId: 'ah-platform-wuhu', region: 'AH/WUHU' }),
  account('resident', '合肥科创企业服务有限公司', { role: 'provider', party: '91340100MA2N8HFR1G' }),
  account('resident2', '合肥启航管理咨询有限公司', { role: 'provider', party: '91340100MA2N9HFK25' }),
  // E-commerce centres: a centre, the commerce authorities of county and city, the evaluator, a provider of the directory.
  account('centre', '义乌市电子商务公共服务中心', { role: 'provider', party: '91330782MA28D1YW1B' }),
  account('commerce', '义乌市商务局 楼科员', {
    role: 'reviewer',
    bodyId: 'ec-commerce-yiwu',
    region: 'ZJ/JINHUA/YIWU',
  }),
  account('commercemanager', '义乌市商务局 龚局长', {
    role: 'manager',
    bodyId: 'ec-commerce-yiwu',
    region: 'ZJ/JINHUA/YIWU',
  }),
  account('commercecity', '金华市商务局 施科员', {
    role: 'reviewer',
    bodyId: 'ec-commerce-jinhua',
    region: 'ZJ/JINHUA',
  }),
  account('evaluator', '省考评办公室 章考评', { role: 'reviewer', bodyId: 'ec-evaluator', region: 'ZJ' }),
  account('evaluatormanager', '省考评办公室 姚主任', { role: 'manager', bodyId: 'ec-evaluator', region: 'ZJ' }),
  account('ecprovider', '义乌云播电子商务服务有限公司', { role: 'provider', party: '91330782MA28D2PK2L' }),
];

/** With what a database is filled. */
export interface SeedOptions {
  /** whether the accounts of training mode are made */
  readonly training: boolean;
  /** stands as the time the first versions were loaded */
  readonly now: Instant;
  /** the hash of what is written to the audit log; SHA-256 unless given */
  readonly chainHash?: ChainHash;
}

/** Fills a database that has its tables. Run again it changes nothing. */
export async function seed(database: Database, { training, now, chainHash }: SeedOptions): Promise<void> {
  const origin = commandOrigin('setup', now, chainHash);
  await database.$transaction(async (tx) => {
    const { version, years } = publishedCalendar();
    const calendars = await tx.calendarVersion.createManyAndReturn({
      skipDuplicates: true,
      data: [{ version, years: years as unknown as InputJsonValue, note: 'chinese-days', loadedAt: new Date(now) }],
    });
    const rules = await tx.ruleVersion.createManyAndReturn({
      skipDuplicates: true,
      data: regimes.map((regime) => ({
        regime: regime.code,
        version: regime.rules.version,
        values: regime.values,
        note: regime.rules.status.zh,
        createdAt: new Date(now),
      })),
    });
    await appendAudit(tx, origin, [
      ...calendars.map((row): AuditedChange => ({
        action: 'CALENDAR_LOADED',
        object: { kind: 'calendar', id: String(row.version) },
        after: { version: row.version, note: row.note },
      })),
      ...rules.map((row): AuditedChange => ({
        action: 'RULES_CHANGED',
        object: { kind: 'rules', id: row.regime },
        after: { version: row.version, note: row.note },
      })),
    ]);
  });
  if (!training) return;
  await database.trainingClock.createMany({ data: [{ id: 1, offsetMs: 0 }], skipDuplicates: true });
  for (const one of TRAINING_ACCOUNTS) {
    await createAccount(database, { ...one, password: TRAINING_PASSWORD }, (tx, change) =>
      appendAudit(tx, origin, [change]),
    );
  }
}

function account(name: string, title: string, ...offices: Office[]): Omit<NewAccount, 'password'> {
  return { id: `demo-${name}`, name: title, email: `${name}@${TRAINING_DOMAIN}`, offices, level: 'ENTERPRISE' };
}

/** What the audit log knows: the changes that are no step of a case, and what they are changes of. Closed lists, with their words. */
import { text, type Text } from './text.ts';

/** What was done. */
export const AUDIT_ACTIONS = {
  ACCOUNT_CREATED: text('新建账户', 'account made'),
  ACCOUNT_CHANGED: text('修改账户资料', 'account changed'),
  EMAIL_CHANGED: text('更改账户邮箱', 'e-mail address of an account changed'),
  OFFICES_CHANGED: text('更改账户职务', 'offices of an account changed'),
  PARTY_BOUND: text('账户首次申报，绑定所代表的机构', 'account bound to an institution by its first filing'),
  ACCOUNT_DISABLED: text('停用账户', 'account disabled'),
  ACCOUNT_ENABLED: text('启用账户', 'account enabled'),
  PASSWORD_SET: text('管理员设置密码', 'password set by an administrator'),
  PASSWORD_CHANGED: text('本人修改密码', 'password changed by its owner'),
  PASSWORD_RESET: text('凭邮件验证码重设密码', 'password set anew by a code sent to the address'),
  SECOND_FACTOR_SET: text('启用登录验证器', 'second factor of sign-in set up'),
  SECOND_FACTOR_REMOVED: text('停用登录验证器', 'second factor of sign-in removed'),
  SESSION_ENDED: text('本人结束登录会话', 'session ended by its owner'),
  SIGN_IN_LOCKED: text('登录失败次数过多，暂停登录', 'sign-in locked after too many failures'),
  PASSWORD_CHECK_LOCKED: text('核对当前密码失败次数过多，暂停核对', 'password check locked after too many failures'),
  TRACKING_LOCKED: text('查询码错误次数过多，暂停查询', 'tracking codes locked after too many failures'),
  RULES_CHANGED: text('修改规则', 'rules changed'),
  CALENDAR_LOADED: text('加载工作日历', 'calendar loaded'),
  CLOCK_MOVED: text('推进演练时钟', 'training clock moved'),
  BAR_LIFTED: text('解除不受理期', 'bar lifted'),
  BAR_SHORTENED: text('缩短不受理期', 'bar shortened'),
  FACTS_REPORTED: text('上报平台数据', 'facts of the platform reported'),
  RECORDS_SEALED: text('封存当事人的记录', 'records of a party sealed'),
  RECORDS_UNSEALED: text('解除记录封存', 'seal on records lifted'),
  SEALED_RECORDS_READ: text('查阅已封存的店铺记录', 'sealed records of a store read'),
  POINTS_REVERSED: text('冲回积分', 'points taken back'),
  POINTS_RECOMPUTED: text('按新规则重算积分', 'points recomputed under other rules'),
  ACTIVITY_PERIOD_SET: text('设定活动期间', 'activity period set'),
  COVER_NAMED: text('指定代行职务', 'cover for an absence named'),
  COVER_ENDED: text('提前结束代行职务', 'cover ended before its time'),
  INTEREST_DECLARED: text('登记利益关系', 'interest in a party declared'),
  INTEREST_ENDED: text('注销利益关系登记', 'interest in a party ended'),
  RECOMMENDATION_MADE: text('提交推荐', 'recommendation put on file'),
  TEXT_STATUS_CHANGED: text('更改办法文本的状态', 'status of a regulation changed'),
  CLAUSE_TEXT_LOADED: text('加载条款原文', 'text of a clause loaded'),
  COMMENT_ENTERED: text('登记征求意见反馈', 'comment on a consultation entered'),
  COMMENT_ANSWERED: text('答复征求意见反馈', 'comment on a consultation answered'),
  NOTICE_ADDITION_SET: text('设置通知的附加段落', 'addition to a notice set'),
  CASE_NOTICE_TESTED: text('以案件内容向本人发送测试通知', 'notice of a case mailed to oneself as a test'),
  WEBHOOK_CHANNEL_SET: text('设置通知渠道', 'channel of notices set'),
  BACKUP_RESTORED: text('从备份恢复', 'restored from a backup'),
  CASE_EXPORTED: text('导出案件', 'case exported'),
  DATA_PACKAGE_TAKEN: text('调取向来函方提供的资料', 'data package for an authority taken'),
  CASES_EXPORTED: text('导出案件列表', 'list of cases exported'),
  FIGURES_EXPORTED: text('导出统计', 'figures exported'),
  AUDIT_EXPORTED: text('导出审计日志', 'audit log exported'),
} as const satisfies Readonly<Record<string, Text>>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** What it was done to. */
export const AUDIT_OBJECTS = {
  account: text('账户', 'account'),
  network: text('网络地址', 'network'),
  rules: text('规则', 'rules'),
  calendar: text('工作日历', 'calendar'),
  clock: text('演练时钟', 'training clock'),
  bar: text('不受理期', 'bar'),
  store: text('店铺', 'store'),
  recomputation: text('积分重算', 'recomputation of points'),
  activityPeriod: text('活动期间', 'activity period'),
  institution: text('机构', 'institution'),
  regulation: text('办法文本', 'regulation'),
  noticeTemplate: text('通知模板', 'notice template'),
  webhookChannel: text('通知渠道', 'channel of notices'),
  comment: text('征求意见反馈', 'comment'),
  case: text('案件', 'case'),
  caseList: text('案件列表', 'list of cases'),
  figures: text('统计', 'figures'),
  backup: text('备份', 'backup'),
  auditLog: text('审计日志', 'audit log'),
} as const satisfies Readonly<Record<string, Text>>;

export type AuditObject = keyof typeof AUDIT_OBJECTS;

/** Who did it: an account, a contact of a case, a command of the operator, or somebody who is not signed in. */
export const AUDIT_ACTORS = {
  ACCOUNT: text('账户', 'account'),
  CONTACT: text('联系人', 'contact'),
  COMMAND: text('运维命令', 'command of the operator'),
  NOBODY: text('未登录', 'nobody signed in'),
} as const satisfies Readonly<Record<string, Text>>;

export type AuditActorKind = keyof typeof AUDIT_ACTORS;

/** Parts of a record by their names. */
export type Fields = Readonly<Record<string, unknown>>;

/** A change of a record, as the audit log keeps it. No password, hash, token or session stands in `before` or `after`. */
export interface AuditedChange {
  readonly action: AuditAction;
  readonly object: { readonly kind: AuditObject; readonly id: string };
  readonly before?: Fields;
  readonly after?: Fields;
  /** As the actor gave it. */
  readonly reason?: string;
}

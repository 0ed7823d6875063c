import { catalogue } from '../../words/catalogue.ts';

export const engineWords = catalogue({
  title: ['引擎记录', 'What the engine keeps of a case'],
  intro: [
    '供运维排查使用：事件、重试和失败，不含任何案件内容。案件经过以时间线为准。',
    'For whoever looks after the platform: events, tries and failures (of those of the product the type), and nothing of the content. What happened in the case stands on its timeline.',
  ],
  toCase: ['返回案件', 'Back to the case'],
  toTemporal: ['在 Temporal 中打开', 'Open it in Temporal'],
  none: ['Temporal 已不再保留本案的记录。', 'Temporal keeps nothing of this case any more.'],
  run: ['运行 {{runId}} · {{status}} · 队列 {{taskQueue}}', 'Run {{runId}} · {{status}} · queue {{taskQueue}}'],
  pending: ['正在执行或者等待重试', 'Under way or waiting for a try'],
  noPending: ['没有。', 'Nothing.'],
  attempt: ['第 {{attempt}} 次', 'try {{attempt}}'],
  events: ['事件（最近 {{shown}} 条，共 {{total}} 条）', 'Events (the latest {{shown}} of {{total}})'],
  nth: ['序号', 'No.'],
  at: ['时间', 'When'],
  type: ['类型', 'Type'],
  about: ['对象', 'About'],
});

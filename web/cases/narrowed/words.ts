import { catalogue } from '../../words/catalogue.ts';

export const narrowedWords = catalogue({
  narrowed: ['其他筛选', 'Other filters'],
  removeNarrowing: ['去掉筛选：{{name}}', 'Remove the filter: {{name}}'],
  span: ['{{from}} 至 {{to}}', '{{from}} to {{to}}'],
  narrow_managed: ['我管理的案件', 'Cases that I manage'],
  narrow_region: ['区域：{{value}}', 'Region: {{value}}'],
  narrow_overdue: ['已逾期', 'Overdue'],
  narrow_opened: ['立案：{{span}}', 'Opened: {{span}}'],
  narrow_closed: ['办结：{{span}}', 'Closed: {{span}}'],
  narrow_running: ['{{from}} 时尚未办结', 'Not closed before {{from}}'],
  narrow_dueOn: ['期限截止于 {{day}}', 'Deadline on {{day}}'],
  narrow_timeliness: ['{{deadline}}：{{how}}（{{span}}）', '{{deadline}}: {{how}} ({{span}})'],
  timeliness_inTime: ['按期', 'in time'],
  timeliness_doneLate: ['逾期完成', 'done late'],
  timeliness_openLate: ['逾期未完成', 'still open'],
  timeliness_missed: ['届满未履行', 'missed'],
});

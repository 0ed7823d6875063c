import { catalogue } from '../../words/catalogue.ts';

export const sheetWords = catalogue({
  sheet: ['评价表', 'Sheet of the evaluation'],
  item: ['评价内容', 'Item'],
  counted: ['统计数据', 'Counted'],
  basis: ['依据', 'Basis'],
  task: ['（年度任务 {{task}}）', '(yearly task {{task}})'],
  notCounted: ['暂无数据', 'no figure yet'],
  bonuses: ['加分项', 'Bonuses'],
  deductions: ['减分项', 'Deductions'],
});

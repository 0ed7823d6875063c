import { catalogue } from '../words/catalogue.ts';

export const adminWords = catalogue({
  area_clock: ['演练时钟', 'The training clock'],
  about_clock: ['推进时钟，查看哪些期限届满。', 'Move the clock on and see which deadlines pass.'],
  standsAt: ['时钟现为 {{now}}', 'The clock stands at {{now}}'],
  clockHelp: [
    '时钟只能向前。途中到期的事项按先后次序办理，如同实际经过这段时间。',
    'The clock only moves forward. What is due on the way is carried out in its order, as if the time had passed.',
  ],
  toNext: ['推进到下一个期限', 'To the next deadline'],
  byDays: ['推进天数', 'By days'],
  byWorkingDays: ['推进工作日数', 'By working days'],
  toInstant: ['推进到', 'To'],
  advance: ['推进', 'Move on'],
  moved_one: [
    '时钟从 {{from}} 推进到 {{now}}，途中 {{count}} 次有事项到期。',
    'The clock moved from {{from}} to {{now}}; something was due {{count}} time on the way.',
  ],
  moved_other: [
    '时钟从 {{from}} 推进到 {{now}}，途中 {{count}} 次有事项到期。',
    'The clock moved from {{from}} to {{now}}; something was due {{count}} times on the way.',
  ],
  fellDue: ['途中届满的期限', 'Deadlines that ended on the way'],
  ahead: ['接下来的期限', 'The deadlines ahead'],
  noneFell: ['途中没有期限届满。', 'No deadline ended on the way.'],
  noneAhead: ['没有尚在计时的期限。', 'No deadline is running.'],
  firstOf: ['共 {{total}} 个，显示最早的 {{shown}} 个', 'The first {{shown}} of {{total}}'],
  deadline: ['期限', 'Deadline'],
  ends: ['届满时间', 'Ends'],
  case: ['案件', 'Case'],
  status: ['状态', 'State'],
  due_OPEN: ['计时中', 'running'],
  due_PASSED: ['已届满', 'passed'],
});

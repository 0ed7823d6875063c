import { choice, rule } from './rule-book.ts';

/** Office hours where a version of the rules says none. */
export const OFFICE_HOURS = { from: '09:00', to: '17:30' } as const;

/**
 * How days end, when reminders go out and when offices are open: conventions for gaps in the texts (A-01, XC-03.1). They hold for every regime,
 * so each book spreads them among its own values.
 */
export const timeValues = {
  'time.endOfDay': choice(
    ['24:00', '17:00', '17:30', '18:00'],
    'A-01',
    'XC-01.4',
    '期限最后一日的截止时刻',
    'When the last day of a period ends',
  ),
  'officeHours.from': rule(
    OFFICE_HOURS.from,
    'clock time',
    'XC-02.1',
    'XC-02.1',
    '工作日办公开始时刻（在此之外的约定须确认）',
    'When office hours begin on working days; an appointment outside them is to be confirmed',
  ),
  'officeHours.to': rule(
    OFFICE_HOURS.to,
    'clock time',
    'XC-02.1',
    'XC-02.1',
    '工作日办公结束时刻（在此之外的约定须确认）',
    'When office hours end on working days; an appointment outside them is to be confirmed',
  ),
  'reminders.hour': rule(9, 'hour', 'XC-03.1', 'XC-03.1', '提醒邮件发出时刻', 'Hour at which reminders go out'),
  'reminders.fiveDays': rule(
    2,
    'working day',
    'XC-03.1',
    'XC-03.1',
    '5个工作日期限：剩余几日时提醒',
    'Periods of 5 working days: reminder with so many left',
  ),
  'reminders.fifteenDays.first': rule(
    5,
    'working day',
    'XC-03.1',
    'XC-03.1',
    '15个工作日期限：首次提醒的剩余日数',
    'Periods of 15 working days: first reminder with so many left',
  ),
  'reminders.fifteenDays.second': rule(
    2,
    'working day',
    'XC-03.1',
    'XC-03.1',
    '15个工作日期限：再次提醒的剩余日数',
    'Periods of 15 working days: second reminder with so many left',
  ),
  'reminders.months.first': rule(
    14,
    'calendar day',
    'XC-03.1',
    'XC-03.1',
    '按月计算的期限：首次提醒提前的日数',
    'Periods in months: first reminder so many days before',
  ),
  'reminders.months.second': rule(
    7,
    'calendar day',
    'XC-03.1',
    'XC-03.1',
    '按月计算的期限：再次提醒提前的日数',
    'Periods in months: second reminder so many days before',
  ),
  'reminders.months.third': rule(
    1,
    'calendar day',
    'XC-03.1',
    'XC-03.1',
    '按月计算的期限：末次提醒提前的日数',
    'Periods in months: last reminder so many days before',
  ),
  'reminders.fixedDate.first': rule(
    3,
    'working day',
    'XC-03.1',
    'XC-03.1',
    '固定日期：首次提醒提前的工作日数',
    'Fixed dates: first reminder so many working days before',
  ),
  'reminders.fixedDate.second': rule(
    1,
    'working day',
    'XC-03.1',
    'XC-03.1',
    '固定日期：再次提醒提前的工作日数',
    'Fixed dates: second reminder so many working days before',
  ),
} as const;

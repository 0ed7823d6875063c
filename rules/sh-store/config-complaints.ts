import { rule } from '../book/rule-book.ts';

/** The times in which complaints about stores are handled. The measures set none: the platform does (SH-STORE-14). */
export const complaintValues = {
  'complaint.registerWithin': rule(
    1,
    'working day',
    'A-62',
    'SH-STORE-14.2',
    '投诉登记期限',
    'Time to register a complaint',
  ),
  'complaint.handleWithin': rule(
    15,
    'working day',
    'A-62',
    'SH-STORE-14.2',
    '投诉处理期限（自登记起）',
    'Time to handle a complaint, from its registration',
  ),
  'complaint.statementWithin': rule(
    5,
    'working day',
    'A-62',
    'SH-STORE-14.2',
    '店铺答复投诉的期限',
    'Time for the store to answer a complaint',
  ),
} as const;

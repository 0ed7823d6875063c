/** How often the running of a platform is checked (HN-NET-14.3): the text names no time, so it is the platform's own. */
import { rule } from '../../book/rule-book.ts';

export const operation = {
  'operation.checkWithin': rule(
    1,
    'working day',
    'HN-NET 第八条第五项',
    'HN-NET-14.3',
    '平台运行情况检查的间隔',
    'Time between two checks of the running of a platform',
  ),
} as const;

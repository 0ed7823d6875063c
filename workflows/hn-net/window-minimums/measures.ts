import { text } from '../../../rules/text.ts';

/** What a manager may let follow a shortfall (HN-NET-03.7): the text names nothing but the loss of qualification. */
export const shortfallMeasures = {
  GUIDE: text('指导帮扶', 'Guidance and support'),
  ADMONISH: text('提醒谈话，限期达到下限', 'A talk, with the demand to reach the minimums'),
  PROPOSE_DISQUALIFICATION: text('提请取消窗口资格', 'The loss of qualification is proposed'),
  NONE: text('暂不处理', 'Nothing for the time being'),
} as const;

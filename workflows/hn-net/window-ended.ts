import { text } from '../../rules/text.ts';

/** What ends the standing cases of a window: it has lost its qualification (HN-NET-25.2). */
export const WINDOW_ENDED = {
  clause: 'HN-NET 第二十四条',
  requirement: 'HN-NET-25.2',
  title: text('窗口资格已取消', 'The window has lost its qualification'),
  event: 'WINDOW_ENDED',
  by: ['case'],
} as const;

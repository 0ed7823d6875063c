import { text, type Text } from '../text.ts';

/** A duty of the Measures that can be breached, with the passage that lays it down. */
export interface Duty {
  readonly title: Text;
  readonly clause: string;
  readonly requirement: string;
}

/** @param item the requirement without its regime, e.g. `15.3` */
export function duty(zh: string, en: string, passage: string, item: string): Duty {
  return { title: text(zh, en), clause: `HN-NET ${passage}`, requirement: `HN-NET-${item}` };
}

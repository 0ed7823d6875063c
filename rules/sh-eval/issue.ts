import type { Issue } from '../issue.ts';
import { text } from '../text.ts';

export type { Issue };

/** An {@link Issue}; the requirement is given without its regime, e.g. `12.2`. */
export function issue(field: string, requirement: string, zh: string, en: string): Issue {
  return { field, requirement: `SH-EVAL-${requirement}`, message: text(zh, en) };
}

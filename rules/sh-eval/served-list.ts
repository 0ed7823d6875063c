/** The list of served enterprises: one a line, name and credit code in either order (SH-EVAL-04.5). */
import { creditCodeOf, isCreditCode } from '../parties/credit-code.ts';
import { nameOf } from '../typed.ts';

export interface ServedEnterprise {
  readonly name: string;
  readonly creditCode: string;
}

/** What the list says, and the numbers of the lines, counted from 1, that have no credit code that can exist or no name. */
export interface ServedList {
  readonly enterprises: readonly ServedEnterprise[];
  readonly unreadable: readonly number[];
}

/** Reads a list; blank lines are no lines of it. */
export function readServedList(list: string): ServedList {
  const enterprises: ServedEnterprise[] = [];
  const unreadable: number[] = [];
  for (const [index, row] of list.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const words = row.split(/[\s,，;；、|]+/).filter((word) => word !== '');
    const code = words.find((word) => isCreditCode(creditCodeOf(word)));
    const name = nameOf(words.filter((word) => word !== code && !/^\d{1,4}[.．]?$/.test(word)).join(' '));
    if (code === undefined || name === '') unreadable.push(index + 1);
    else enterprises.push({ name, creditCode: creditCodeOf(code) });
  }
  return { enterprises, unreadable };
}

/** How many different enterprises a list names, by their credit codes (SH-EVAL-04.5, A-46). */
export function distinctServed(list: string): number {
  return new Set(readServedList(list).enterprises.map(({ creditCode }) => creditCode)).size;
}

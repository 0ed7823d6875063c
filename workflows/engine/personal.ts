/**
 * What names or reaches people in the input of an action: it is taken out before the input goes to a workflow, whose history nothing can be
 * taken out of, and put back where a transition is written to the records. A workflow sees a stand-in in its place, which it can hand on and
 * not read.
 */
import { eachText } from './each-text.ts';

/** An input without what was taken out, and that, in the order of its stand-ins. */
export interface TakenOut {
  readonly input: unknown;
  readonly values: readonly string[];
}

/**
 * Takes the texts at these places out of an input.
 * @param places paths with `*` for each entry of a list, e.g. `attendees.*.name`
 * @param id of the request: its stand-ins are put back with its own values alone
 */
export function takeOut(input: unknown, places: readonly string[], id: string): TakenOut {
  const values: string[] = [];
  const replaced = (value: unknown, path: readonly string[]): unknown => {
    const [name, ...rest] = path;
    if (name === undefined) {
      if (typeof value !== 'string') return value;
      values.push(value);
      return standIn(id, values.length - 1);
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return name === '*' ? value.map((one) => replaced(one, rest)) : value;
    if (!Object.hasOwn(value, name)) return value;
    return { ...value, [name]: replaced((value as Record<string, unknown>)[name], rest) };
  };
  return { input: places.reduce((left, place) => replaced(left, place.split('.')), input), values };
}

/** The same with what was taken out in the place of its stand-ins, also within longer texts. */
export function putBack<T>(value: T, id: string, values: readonly string[]): T {
  return eachText(value, (words) =>
    values.reduce<string>((text, one, index) => text.replaceAll(standIn(id, index), () => one), words),
  );
}

function standIn(id: string, index: number): string {
  return `⟦${id}:${index}⟧`;
}

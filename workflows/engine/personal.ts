/**
 * What names or reaches people in the input of an action: it is taken out before the input goes to a workflow, whose history nothing can be
 * taken out of, and put back where a transition is written to the records. A workflow sees a stand-in in its place, which it can hand on and
 * not read.
 */

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
  if (typeof value === 'string') {
    return values.reduce<string>((text, one, index) => text.replaceAll(standIn(id, index), () => one), value) as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => putBack(one, id, values)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, putBack<unknown>(inner, id, values)]),
  ) as T;
}

function standIn(id: string, index: number): string {
  return `⟦${id}:${index}⟧`;
}

/** Texts of the console, each with its two languages side by side, so that none can be missing in one (XC-03.1). */

/** Texts by name: `[Chinese, English]`. `{{name}}` stands for a value; an English text whose number matters has `_one` and `_other`. */
type Pairs = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** A catalogue as i18next takes it. */
export interface Catalogue<Name extends string> {
  readonly zh: Readonly<Record<Name, string>>;
  readonly en: Readonly<Record<Name, string>>;
}

/** Splits pairs by language. */
export function catalogue<P extends Pairs>(pairs: P): Catalogue<keyof P & string> {
  const half = (at: 0 | 1) => Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair[at]]));
  return { zh: half(0), en: half(1) } as Catalogue<keyof P & string>;
}

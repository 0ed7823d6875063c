/** A bar of parts. It says nothing that the numbers beside it do not: screen readers pass over it. */
import { TONES, type Tone } from '../parts/tag.tsx';
import style from './figures.module.css';

interface Part {
  /** What it is, shown where the pointer rests. */
  readonly name: string;
  readonly value: number;
  readonly tone: Tone;
}

/** @param whole what the full width stands for; the sum of the parts if left out */
export function Bar({ parts, whole }: { readonly parts: readonly Part[]; readonly whole?: number }) {
  const all = whole ?? parts.reduce((sum, { value }) => sum + value, 0);
  return (
    <div className={style['bar']} aria-hidden="true">
      {parts
        .filter(({ value }) => value > 0)
        .map(({ name, value, tone }) => (
          <div
            key={name}
            className={style['part']}
            title={`${name} ${value}`}
            style={{ width: `${all === 0 ? 0 : (100 * value) / all}%`, background: TONES[tone] }}
          />
        ))}
    </div>
  );
}

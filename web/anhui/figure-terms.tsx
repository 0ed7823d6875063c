/** The eight figures of the network in a line, each with its name. */
import { useLocale } from '../words/words.ts';
import type { Member } from './queries.ts';
import classes from './anhui.module.css';

export function FigureTerms({ figures }: { readonly figures: Member['figures'] }) {
  const { say } = useLocale();
  return (
    <dl className={classes['figures']}>
      {figures.map(({ figure, title, n }) => (
        <div key={figure}>
          <dt>{say(title)}</dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  );
}

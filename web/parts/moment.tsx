/** Days and times as people of the platform write them: Beijing time, midnight as 24:00 of the day it ends (XC-01.4). */
import { addDays, dayOf } from '../../rules/time/index.ts';

/** Date and time of an instant. */
export function momentOf(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}

/** When a deadline ends. */
export function endOf(at: string): string {
  return at.slice(11, 16) === '00:00' ? `${addDays(dayOf(at), -1)} 24:00` : momentOf(at);
}

export function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at}>{momentOf(at)}</time>;
}

export function DueMoment({ at }: { readonly at: string }) {
  return <time dateTime={at}>{endOf(at)}</time>;
}

/** A number that opens the list of what it counts. */
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { components } from '../generated/api.ts';

type Figure = components['schemas']['Figure'];

const LISTS = { cases: '/cases', tasks: '/inbox' } as const;

/**
 * @param name what is counted, for who hears the link alone
 * @param shown what is said of these cases in place of their number: a share, working days
 */
export function FigureLink(props: {
  readonly figure: Figure;
  readonly name: string;
  readonly shown?: string | number | undefined;
}) {
  const { figure, name, shown } = props;
  const { count, opens } = figure;
  const label = shown ?? count;
  if (count === 0) return <>{label}</>;
  const query = new URLSearchParams(opens.query).toString();
  return (
    <Anchor component={Link} href={`${LISTS[opens.list]}?${query}`} aria-label={`${name}: ${label}`} fw={600}>
      {label}
    </Anchor>
  );
}

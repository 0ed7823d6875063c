/** A number that opens the list of what it counts. */
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { components } from '../generated/api.ts';

type Figure = components['schemas']['Figure'];

const LISTS = { cases: '/cases', tasks: '/inbox' } as const;

/** @param name what is counted, for who hears the link alone */
export function FigureLink({ figure, name }: { readonly figure: Figure; readonly name: string }) {
  const { count, opens } = figure;
  if (count === 0) return <>0</>;
  const query = new URLSearchParams(opens.query).toString();
  return (
    <Anchor component={Link} href={`${LISTS[opens.list]}?${query}`} aria-label={`${name}: ${count}`} fw={600}>
      {count}
    </Anchor>
  );
}

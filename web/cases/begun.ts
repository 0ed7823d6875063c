/** The action whose form is open, kept with what is typed: if it is open no more, what was typed can still be read. */
import { useEffect } from 'react';
import { useKept } from '../parts/kept.ts';
import type { CaseSeen, OpenAction } from './queries.ts';

export interface Begun {
  readonly action: OpenAction;
  /** Of the case when the form was opened. */
  readonly revision: number;
}

/**
 * @param open the action whose form is shown, if it is open
 * @returns what was begun last, and how to end that
 */
export function useBegun(seen: CaseSeen, open: OpenAction | undefined): readonly [Begun | null, () => void] {
  const [begun, keep] = useKept<Begun | null>(`case.${seen.id}.begun`, null);
  const isNew = open !== undefined && begun?.action.name !== open.name;
  useEffect(() => {
    if (isNew) keep({ action: open, revision: seen.revision });
  }, [isNew, open, seen.revision, keep]);
  return [begun, () => keep(null)];
}

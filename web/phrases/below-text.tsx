/** The phrases of an action below the fields of its form, for who keeps any. */
import { useCallback } from 'react';
import type { BelowText } from '../forms/form-context.ts';
import { may, useSession } from '../session/session.tsx';
import { PhrasePicker } from './phrase-picker.tsx';

/** Undefined for who keeps no phrases. */
export function usePhrasesBelow(kind: string, action: string): BelowText | undefined {
  const { me } = useSession();
  const below = useCallback<BelowText>(
    (label, text, onPick) => <PhrasePicker of={{ kind, action }} label={label} text={text} onPick={onPick} />,
    [kind, action],
  );
  return may(me, 'phrase.keep') ? below : undefined;
}

/** The form of an action while it is typed and sent: kept under one name on whatever page it stands, so that what was begun on one goes on on another. */
import { useState } from 'react';
import { isRefused } from '../api/client.ts';
import { useTypedForm } from '../forms/typed-form.ts';
import { useAct, type CaseSeen, type OpenAction } from './queries.ts';

/**
 * @param onDone what follows once it is carried out
 * @param party whom it is done for, where the account acts for several sides of the case
 * @param asSeen what is decided holds for the case as it is shown when the form opens, and again as it is shown after a refusal
 */
export function useTypedAction(
  seen: Pick<CaseSeen, 'id' | 'revision' | 'actions'>,
  action: Pick<OpenAction, 'name'>,
  onDone: () => void,
  { party, asSeen = false }: { readonly party?: string | undefined; readonly asSeen?: boolean } = {},
) {
  const typed = useTypedForm(`case.${seen.id}.${action.name}`);
  const act = useAct(seen.id);
  const [shown, setShown] = useState(seen.revision);
  // Awaited here and not told by callbacks of the call: once the case has moved, the form may be gone.
  const submit = async (input: Record<string, unknown>) => {
    try {
      const seenRevision = asSeen ? shown : undefined;
      await act.mutateAsync({ name: action.name, input, party, seenRevision, key: typed.key });
      typed.forget();
      onDone();
    } catch (error) {
      typed.noteError(error);
      const revision = isRefused(error, 'STALE') ? error.problem.facts?.['revision'] : undefined;
      if (typeof revision === 'number') setShown(revision);
    }
  };
  const isUnknown = isRefused(act.error, 'OUTCOME_UNKNOWN');
  return {
    /** What was typed; undefined before anything was. */
    value: typed.value,
    /** Nobody knows whether it was carried out: it can be sent again. */
    isUnknown,
    /** It is open no more, and not because it was sent from here. */
    isOvertaken: !act.isPending && !act.isSuccess && seen.actions.every(({ name }) => name !== action.name),
    forget: typed.forget,
    /** What the form does with it. */
    form: {
      onChange: typed.change,
      onSubmit: (input: Record<string, unknown>) => void submit(input),
      error: isUnknown ? null : act.error,
      isBusy: act.isPending,
    },
  };
}

/** A form that is kept while it is typed, with the key under which it is sent: a repeat after an unknown outcome has the same. */
import { isDecided, newKey } from '../api/client.ts';
import { useKept } from '../parts/kept.ts';

interface Typed {
  readonly value: unknown;
  readonly key: string;
}

export interface TypedForm extends Typed {
  readonly change: (value: unknown) => void;
  /** What is sent after a refusal is another request; after anything else it is the same once more. */
  readonly noteError: (error: unknown) => void;
  readonly forget: () => void;
  /** Begins anew on the same page, with another key. */
  readonly restart: () => void;
}

/** @param name under which it is kept in this tab, e.g. `case.app-1.withdraw` */
export function useTypedForm(name: string): TypedForm {
  const [typed, setTyped, forget] = useKept<Typed>(name, { value: undefined, key: newKey() });
  return {
    ...typed,
    change: (value) => setTyped({ ...typed, value }),
    noteError: (error) => {
      if (isDecided(error)) setTyped({ ...typed, key: newKey() });
    },
    forget,
    restart: () => setTyped({ value: undefined, key: newKey() }),
  };
}

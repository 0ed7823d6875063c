import { isRefused } from '../api/client.ts';
import { useLocale } from '../words/words.ts';

/** What the API found wrong at the fields of a form, each by its name. */
export function useFaults(error: unknown): {
  readonly hasFaults: boolean;
  readonly faultOf: (field: string) => string | undefined;
} {
  const { say } = useLocale();
  const faults = isRefused(error) ? (error.problem.errors ?? []) : [];
  return {
    hasFaults: faults.length > 0,
    faultOf: (name) => {
      const fault = faults.find(({ field }) => field === name);
      return fault === undefined ? undefined : say(fault.message);
    },
  };
}

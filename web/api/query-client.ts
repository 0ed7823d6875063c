import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefused } from './client.ts';
import { isTracking } from './tracking.ts';

/** Reads and changes of the console. A session that has ended is told to `onSignedOut`, wherever it was noticed. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isRefused(error, 'NOT_SIGNED_IN') && !isTracking()) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: (failures, error) => !isRefused(error) && failures < 2, staleTime: 10_000 },
    },
  });
}

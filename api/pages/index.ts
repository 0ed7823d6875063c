/**
 * Pages that everybody may read without a script: made on the server, beside the API and not in its document. A page asks what the routes
 * of the API ask, with the same views and limits, so it can show nobody more than the API would. Everything else is the console's.
 */
import type { Route } from '../http/route.ts';
import { regimeFaces } from '../regimes.ts';

export { showFailure } from './failure-page.ts';

export const publicPages: readonly Route[] = regimeFaces.flatMap((face) => face.pages ?? []);

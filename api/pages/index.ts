/**
 * Pages for the person who clicks the button of a mail (XC-03.2), until the console replaces them: made on the server, for
 * reading only, without scripts. They stand beside the API and not in its document. A page asks what the routes of the API ask,
 * with the same authentication, abilities, scopes, views and limits, so it can show nobody more than the API would.
 */
import type { Route } from '../http/route.ts';
import { regimeFaces } from '../regimes.ts';
import { caseListPage } from './case-list.ts';
import { casePage } from './case-page.ts';
import { changePasswordFromPage, passwordPage } from './password.ts';
import { signInFromPage, signInPage, signOutFromPage } from './sign-in.ts';

export { showFailure } from './failure-page.ts';

/** Pages of the regimes that everybody may read; they stay where a console takes the place of the others. */
export const publicPages: readonly Route[] = regimeFaces.flatMap((face) => face.pages ?? []);

/** Every other page. */
export const pages: readonly Route[] = [
  caseListPage,
  casePage,
  signInPage,
  signInFromPage,
  signOutFromPage,
  passwordPage,
  changePasswordFromPage,
];

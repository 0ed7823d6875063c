/** Which Temporal the suites run on. */

/** The real server in continuous integration, the development server elsewhere, unless ANJUAN_TEMPORAL says which. */
export function onRealServer({ ANJUAN_TEMPORAL, CI }: NodeJS.ProcessEnv): boolean {
  if (ANJUAN_TEMPORAL === 'dev' || ANJUAN_TEMPORAL === 'server') return ANJUAN_TEMPORAL === 'server';
  return Boolean(CI);
}

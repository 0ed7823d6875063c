/**
 * What a worker of production leaves out of Temporal's SDK: `node --import ./worker/production.ts worker/main.ts`. Node loads it before anything else in the
 * process and in each of its threads, those of the workflows among them. Elsewhere it does nothing: a workflow tells where it stands.
 */
import { watchTogether } from './call-watch.ts';
import { refusePromiseHook } from './no-promise-hook.ts';

if (process.env['NODE_ENV'] === 'production') {
  refusePromiseHook();
  watchTogether();
}

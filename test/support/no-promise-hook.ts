/**
 * A replay runs its workflows in the thread of the tests and leaves the SDK's promise hook behind in it, for every file that the process
 * runs afterwards. The hook fails at a promise that Node made for itself and that has no constructor, as restoring a backup settles some:
 * an error that no test made and that ends the run red. So the thread of the tests does without; the threads of workers keep theirs. See
 * docs/decisions/0047-no-promise-hook.md.
 */
import { refusePromiseHook } from '../../worker/no-promise-hook.ts';

refusePromiseHook();

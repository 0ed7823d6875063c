/** Builds the workflow bundle beforehand: `node worker/build-bundle.ts FILE`. Start workers with WORKFLOW_BUNDLE=FILE. */
import { writeFile } from 'node:fs/promises';
import { bundleWorkflowCode } from '@temporalio/worker';
import { workflowsPath } from './create-workers.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Name the file to write: node worker/build-bundle.ts dist/workflows.js\n');
  process.exitCode = 1;
} else {
  const { code } = await bundleWorkflowCode({ workflowsPath });
  await writeFile(file, code);
}

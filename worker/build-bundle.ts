/** Builds the workflow bundle beforehand: `node worker/build-bundle.ts FILE`. Start workers with WORKFLOW_BUNDLE=FILE. */
import { writeFile } from 'node:fs/promises';
import { DefaultLogger } from '@temporalio/worker';
import { buildWorkflowCode } from './workflow-code.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Name the file to write: node worker/build-bundle.ts dist/workflows.js\n');
  process.exitCode = 1;
} else {
  const { code } = await buildWorkflowCode(new DefaultLogger('WARN'));
  await writeFile(file, code);
}

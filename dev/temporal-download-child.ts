/** Lets Temporal's SDK download its command line into a folder: `node dev/temporal-download-child.ts FOLDER`. */

// A development dependency, needed here alone.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [downloadDir = '.'] = process.argv.slice(2);
try {
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir }, log: { format: 'json', level: 'error' } },
  });
  await environment.teardown();
  process.exit(0);
} catch (failure) {
  // The SDK repeats the whole chain of causes for each of its layers: the innermost says what is wrong.
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
}

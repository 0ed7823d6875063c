/** What the files of one run of the unit tests share: the folder in which the first one leaves a filled PostgreSQL (`api/testing/kept-cluster.ts`). */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-kept-'));
  // Started by root, PostgreSQL runs as another user and must be able to pass.
  chmodSync(folder, 0o711);
  process.env['ANJUAN_KEPT_CLUSTER'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

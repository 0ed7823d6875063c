/** What the files of one run of the unit tests share: the folder in which the first one leaves a filled PostgreSQL (`api/testing/kept-cluster.ts`). */
import { memoryFolder } from '../../dev/temporary-folder.ts';

export default function setup(): () => void {
  const folder = memoryFolder('kept');
  process.env['ANJUAN_KEPT_CLUSTER'] = folder.path;
  return () => folder.remove();
}

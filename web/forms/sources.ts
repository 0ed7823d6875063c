/** Where the choices of a field that names something come from, by what it names. A kind without a line here does not compile, and a test holds every form to it. */
import type { Refers } from './schema.ts';

/**
 * - `given`: the place of the form knows them: the case whose action it is, the page on which it stands;
 * - `inSchema`: the schema lists them all;
 * - `uploaded`: a file of whoever fills the form in;
 * - `written`: a number that everybody has on paper, such as a credit code; it is no id of this platform;
 * - `searched`: looked for by name or number. `asWritten` says that what was typed can stand there, too, if nothing is found.
 */
export type Source =
  | { readonly from: 'given' | 'inSchema' | 'uploaded' | 'written' }
  | { readonly from: 'searched'; readonly by: Search; readonly asWritten?: true };

export type Search =
  'cases' | 'centres' | 'members' | 'networkBodies' | 'parties' | 'platforms' | 'providers' | 'stores';

export const SOURCES: Readonly<Record<Refers, Source>> = {
  account: { from: 'given' },
  bar: { from: 'given' },
  body: { from: 'inSchema' },
  case: { from: 'searched', by: 'cases' },
  centre: { from: 'searched', by: 'centres' },
  colleague: { from: 'given' },
  creditCode: { from: 'written' },
  creditEntry: { from: 'given' },
  creditHit: { from: 'given' },
  draft: { from: 'given' },
  everPlatform: { from: 'searched', by: 'platforms' },
  expert: { from: 'given' },
  file: { from: 'uploaded' },
  finding: { from: 'given' },
  letter: { from: 'given' },
  liaisonPoint: { from: 'given' },
  material: { from: 'given' },
  member: { from: 'searched', by: 'members' },
  networkBody: { from: 'searched', by: 'networkBodies' },
  notice: { from: 'given' },
  order: { from: 'given' },
  party: { from: 'searched', by: 'parties', asWritten: true },
  platform: { from: 'searched', by: 'platforms' },
  product: { from: 'given' },
  provider: { from: 'searched', by: 'providers' },
  recommendation: { from: 'given' },
  region: { from: 'inSchema' },
  service: { from: 'given' },
  shareholder: { from: 'given' },
  store: { from: 'searched', by: 'stores' },
  task: { from: 'given' },
};

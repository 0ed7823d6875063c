/** Builds Temporal's programs with Go, for a run that will need them later: whoever asks for them meanwhile waits for this build. */
import { buildTemporal } from './build.ts';

await buildTemporal(process.env, (line) => process.stdout.write(`${line}\n`));

/** The Temporal cluster that the environment of `npm start` names, if it names one. */
import { withoutEmpty } from '../config/settings.ts';
import { readTemporal, type TemporalAccess } from '../config/temporal.ts';

/** Variables that name a cluster; the others only say how to reach it. */
const NAMING = ['TEMPORAL_ADDRESS', 'TEMPORAL_CONFIG_FILE', 'TEMPORAL_PROFILE'];

/** The variable that names a cluster; undefined where none does and an embedded server is to be started. */
export function namingVariable(env: NodeJS.ProcessEnv): string | undefined {
  return NAMING.find((name) => env[name]);
}

/** How the named cluster is reached. @throws TemporalFault */
export function givenTemporal(env: NodeJS.ProcessEnv): TemporalAccess | undefined {
  return namingVariable(env) === undefined ? undefined : readTemporal(withoutEmpty(env));
}

/**
 * What worker and API are told of Temporal, beside address and namespace. For an embedded server that is nothing: a key for another cluster is
 * not sent to it.
 */
export function temporalVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  const given = namingVariable(env) !== undefined;
  return Object.fromEntries(
    Object.entries(env)
      .filter(([name]) => name.startsWith('TEMPORAL_') && name !== 'TEMPORAL_CLI')
      .map(([name, value = '']) => [name, given ? value : '']),
  );
}

/**
 * How Temporal is reached: the variables and the file that Temporal's own tools read (TEMPORAL_ADDRESS, TEMPORAL_TLS_…, TEMPORAL_API_KEY,
 * TEMPORAL_PROFILE, TEMPORAL_CONFIG_FILE …), read by Temporal's own library.
 */
import { existsSync } from 'node:fs';
import type { ConnectionOptions } from '@temporalio/client';
import { loadClientConfigProfile, toClientOptions, type ClientConfigProfile } from '@temporalio/envconfig';

/** What connections of clients and of workers are opened with. Holds keys: never logged, shown or put into a workflow. */
export interface TemporalConnection extends Pick<ConnectionOptions, 'tls'> {
  readonly address: string;
  readonly apiKey?: string;
  readonly metadata?: Record<string, string>;
}

/** See `readTemporal`. */
export interface TemporalAccess {
  readonly namespace: string;
  readonly connection: TemporalConnection;
}

/** A fault that names the variable, for `SettingsError`. */
export class TemporalFault extends Error {}

/** Host and port. */
export const ADDRESS = /^[^\s/:]+:\d{1,5}$/;

/**
 * Reads address, namespace, TLS and keys. A file is read only if TEMPORAL_CONFIG_FILE or TEMPORAL_PROFILE is set: what somebody keeps in
 * their home folder for the command line does not steer the product. Variables go before the file.
 *
 * @param given an environment without empty values
 * @throws TemporalFault where something is named and cannot be used. Left to itself, the library would go on without it, in the end
 *   unencrypted.
 */
export function readTemporal(given: Readonly<Record<string, string>>): TemporalAccess {
  const profile = profileOf(given);
  refuseHalves(profile, given);
  const { address = '127.0.0.1:7233' } = profile;
  // One that TEMPORAL_ADDRESS gives is looked at with the other variables.
  if (given['TEMPORAL_ADDRESS'] === undefined && !ADDRESS.test(address))
    throw new TemporalFault(`${fileOf(given)}: its address must be host:port`);
  const { namespace = 'default', connectionOptions } = optionsOf(profile);
  const { tls, apiKey, metadata } = connectionOptions;
  return {
    namespace,
    connection: {
      address,
      ...(tls !== undefined && { tls }),
      ...(typeof apiKey === 'string' && { apiKey }),
      ...(metadata !== undefined && { metadata: metadata as TemporalConnection['metadata'] & {} }),
    },
  };
}

function profileOf(given: Readonly<Record<string, string>>): ClientConfigProfile {
  const file = given['TEMPORAL_CONFIG_FILE'];
  if (file !== undefined && !existsSync(file)) {
    throw new TemporalFault(`TEMPORAL_CONFIG_FILE: there is no file ${file}`);
  }
  try {
    return loadClientConfigProfile({
      overrideEnvVars: given,
      disableFile: file === undefined && given['TEMPORAL_PROFILE'] === undefined,
      configFileStrict: true,
    });
  } catch (failure) {
    const message = (failure as Error).message;
    // What the TOML library says quotes the file, in which keys may be.
    if (/^Cannot specify both/.test(message)) throw new TemporalFault(`TEMPORAL_TLS_…: ${message}`);
    const why = /^(Validation error|Profile )/.test(message) ? message : 'it cannot be read as TOML';
    throw new TemporalFault(`${fileOf(given)}: ${why}`);
  }
}

function fileOf(given: Readonly<Record<string, string>>): string {
  const file = given['TEMPORAL_CONFIG_FILE'];
  return file === undefined
    ? "TEMPORAL_PROFILE (in Temporal's file in the home folder)"
    : `TEMPORAL_CONFIG_FILE (${file})`;
}

function refuseHalves({ tls, apiKey }: ClientConfigProfile, given: Readonly<Record<string, string>>): void {
  if ((tls?.clientCert === undefined) !== (tls?.clientKey === undefined)) {
    throw new TemporalFault(
      'TEMPORAL_TLS_CLIENT_CERT_… and TEMPORAL_TLS_CLIENT_KEY_…: a certificate and its key go together; set both or neither',
    );
  }
  if (tls?.disabled === true && apiKey !== undefined) {
    throw new TemporalFault('TEMPORAL_API_KEY: would be sent unencrypted, since TLS is off; set TEMPORAL_TLS=true');
  }
  if (given['TEMPORAL_TLS_DISABLE_HOST_VERIFICATION'] !== undefined) {
    throw new TemporalFault(
      'TEMPORAL_TLS_DISABLE_HOST_VERIFICATION: the SDK always verifies; name the authority in TEMPORAL_TLS_SERVER_CA_CERT_PATH instead',
    );
  }
}

/** Reads the certificates too. */
function optionsOf(profile: ClientConfigProfile): ReturnType<typeof toClientOptions> {
  try {
    return toClientOptions(profile);
  } catch (failure) {
    const { path = '' } = failure as NodeJS.ErrnoException;
    throw new TemporalFault(`TEMPORAL_TLS_…: the file ${path} cannot be read`);
  }
}

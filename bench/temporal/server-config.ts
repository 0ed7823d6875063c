/** The configuration file of the real Temporal server. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TemporalStores } from './schema.ts';
import { dynamicConfig } from '../../dev/temporal-types.ts';

/** What differs from one stack to the next. */
export interface ServerConfig {
  dir: string;
  /** of the frontend */
  port: number;
  /** eight more ports, for the services among themselves */
  inner: number[];
  stores: TemporalStores;
  shards: number;
}

/** Writes `temporal.yaml` and `dynamic-config.yaml` into the folder (JSON is YAML too) and answers the former's path. */
export function writeServerConfig({ dir, port, inner, stores, shards }: ServerConfig): string {
  const [frontend, http, matching, matchingRing, history, historyRing, worker, workerRing] = inner;
  const rpc = (grpcPort: number | undefined, membershipPort: number | undefined) => ({
    rpc: { grpcPort, membershipPort, bindOnIP: '127.0.0.1' },
  });
  const dynamic = join(dir, 'dynamic-config.yaml');
  const values = Object.entries(dynamicConfig).map(([key, value]) => [key, [{ value }]]);
  writeFileSync(dynamic, JSON.stringify(Object.fromEntries(values), null, 2));
  const config = {
    log: { stdout: true, level: 'error' },
    persistence: {
      defaultStore: 'main',
      visibilityStore: 'visibility',
      numHistoryShards: shards,
      datastores: { main: { sql: store(stores.main) }, visibility: { sql: store(stores.visibility) } },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: { rpc: { ...rpc(port, frontend).rpc, httpPort: http } },
      matching: rpc(matching, matchingRing),
      history: rpc(history, historyRing),
      worker: rpc(worker, workerRing),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: `127.0.0.1:${port}` },
      },
    },
    publicClient: { hostPort: `127.0.0.1:${port}` },
    dynamicConfigClient: { filepath: dynamic, pollInterval: '10s' },
  };
  const file = join(dir, 'temporal.yaml');
  writeFileSync(file, JSON.stringify(config, null, 2), { mode: 0o600 });
  return file;
}

function store(url: string) {
  const { host, username, password, pathname } = new URL(url);
  return {
    pluginName: 'postgres12',
    databaseName: decodeURIComponent(pathname.slice(1)),
    connectAddr: host,
    connectProtocol: 'tcp',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    maxConns: 20,
    maxIdleConns: 20,
    maxConnLifetime: '1h',
  };
}

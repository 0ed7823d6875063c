import { readFileSync } from 'node:fs';
import { createSecureServer, type Http2SecureServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConnections } from '../config/settings.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { hasOpenssl, makeCertificates, type Certificates } from '../test/support/certificates.ts';

/** What the server saw of a call. */
interface Seen {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly serverName: string | false | null;
  readonly client: string | undefined;
}

describe.skipIf(!hasOpenssl())('a cluster behind TLS', () => {
  const folder = temporaryFolder('tls-test');
  const seen: Seen[] = [];
  let certificates: Certificates;
  let server: Http2SecureServer;
  let address: string;

  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
    certificates = makeCertificates(folder.path, 'temporal.test');
    server = createSecureServer({
      key: readFileSync(certificates.server.key),
      cert: readFileSync(certificates.server.cert),
      ca: readFileSync(certificates.authority),
      requestCert: true,
      rejectUnauthorized: true,
    });
    server.on('stream', (stream: ServerHttp2Stream, headers) => {
      const socket = stream.session?.socket as TLSSocket & { servername: string | false | null };
      seen.push({
        path: String(headers[':path']),
        authorization: headers.authorization,
        serverName: socket.servername,
        client: String(socket.getPeerCertificate().subject.CN),
      });
      answerEmpty(stream);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    folder.remove();
  });

  /** The connection options as the worker, the API and the reconciliation read them. */
  const optionsOf = (environment: Record<string, string>) =>
    readConnections({
      MODE: 'training',
      DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/x',
      TEMPORAL_ADDRESS: address,
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: certificates.authority,
      TEMPORAL_TLS_SERVER_NAME: 'temporal.test',
      TEMPORAL_TLS_CLIENT_CERT_PATH: certificates.client.cert,
      TEMPORAL_TLS_CLIENT_KEY_PATH: certificates.client.key,
      ...environment,
    }).secrets.temporal;

  it.each([
    ['client', (options: ReturnType<typeof optionsOf>) => Connection.connect(options)],
    ['worker', (options: ReturnType<typeof optionsOf>) => NativeConnection.connect(options)],
  ])('is reached by a %s that shows its certificate and its key', async (_, connect) => {
    seen.length = 0;
    const connection = await connect(optionsOf({ TEMPORAL_API_KEY: 'the-key' }));
    await connection.close();
    expect(seen[0]).toEqual({
      path: '/temporal.api.workflowservice.v1.WorkflowService/GetSystemInfo',
      authorization: 'Bearer the-key',
      serverName: 'temporal.test',
      client: 'client.test',
    });
  });

  it('gets no key when it has another name than it is asked for, or is asked without TLS', async () => {
    seen.length = 0;
    const other = optionsOf({ TEMPORAL_API_KEY: 'the-key', TEMPORAL_TLS_SERVER_NAME: 'other.test' });
    await expect(Connection.connect({ ...other, connectTimeout: '1s' })).rejects.toThrow();
    const plain = optionsOf({ TEMPORAL_TLS: 'false' });
    expect(plain.tls).toBe(false);
    await expect(Connection.connect({ ...plain, connectTimeout: '1s' })).rejects.toThrow();
    expect(seen).toEqual([]);
  });
});

/** An empty message: all that is needed to connect. */
function answerEmpty(stream: ServerHttp2Stream): void {
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.once('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.end(Buffer.alloc(5));
}

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Has a server listen at a free port of this machine. @returns its address, e.g. `http://127.0.0.1:40123` */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

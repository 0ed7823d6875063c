/** A daemon that speaks the protocol of ClamAV for scanning a stream (INSTREAM) over TCP and says what it is told to. */
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface FakeClamd {
  /** `host:port`. */
  readonly address: string;
  /** Files that were scanned. */
  readonly seen: Buffer[];
  /** What it answers; null: it hangs up without an answer. */
  says: string | null;
  stop(): Promise<void>;
}

/** Starts it on a free port. */
export async function fakeClamd(): Promise<FakeClamd> {
  const seen: Buffer[] = [];
  const server = createServer((socket) => serve(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const daemon: FakeClamd = {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    says: 'stream: OK',
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };

  function serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece]);
      const content = streamIn(received);
      if (content === null) return;
      seen.push(content);
      if (daemon.says === null) socket.destroy();
      else socket.end(`${daemon.says}\0`);
    });
  }

  return daemon;
}

const COMMAND = 'zINSTREAM\0';

/** The stream that a client has sent, once its last, empty piece is there; null before. */
function streamIn(received: Buffer): Buffer | null {
  if (received.length >= COMMAND.length && !received.toString('latin1').startsWith(COMMAND)) {
    throw new Error('This daemon knows INSTREAM alone.');
  }
  const pieces: Buffer[] = [];
  let at = COMMAND.length;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    at += 4 + length;
    pieces.push(received.subarray(at - length, at));
  }
  return null;
}

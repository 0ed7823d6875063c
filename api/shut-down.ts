import type { Server } from 'node:http';
import type { ComposedApi } from './compose.ts';

/** Lets requests in hand finish and takes no more; what has no end of its own, a stream of events, is ended. Connections are given back last. */
export function shutDown(server: Server, api: Pick<ComposedApi, 'context' | 'close'>): void {
  server.close(() => void api.close());
  void api.context.events.close();
  server.closeIdleConnections();
}

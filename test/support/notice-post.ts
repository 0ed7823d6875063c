/** What the tests of the outbox run on: databases, mail servers, and senders between them, all stopped when a test or the file is over. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { NoticeDeps } from '../../activities/notices/deliver-notices.ts';
import { startMailServer, type MailServer, type MailServerOptions } from './mail-server.ts';
import { startNoticeDatabases, type FreshDatabase, type NoticeDatabases } from './notice-database.ts';
import { startSender, type RunningSender } from './notice-sender.ts';

export interface NoticePost {
  readonly databases: Pick<NoticeDatabases, 'fresh'>;
  /** Starts a mail server. */
  serve(this: void, options?: MailServerOptions): Promise<MailServer>;
  /** Starts a sender from a database to a mail server. */
  send(this: void, fresh: FreshDatabase, server: Pick<MailServer, 'url'>, more?: Partial<NoticeDeps>): RunningSender;
}

/** To be called once in a test file, outside its tests. */
export function noticePost(): NoticePost {
  let databases: NoticeDatabases;
  beforeAll(async () => {
    databases = await startNoticeDatabases();
  }, 60_000);
  afterAll(() => databases.stop());

  const senders: RunningSender[] = [];
  const servers: MailServer[] = [];
  afterEach(async () => {
    // Side by side: a server may keep a sender waiting for its answer.
    await Promise.all([
      ...senders.splice(0).map((sender) => sender.stop()),
      ...servers.splice(0).map((server) => server.close()),
    ]);
  });
  return {
    databases: { fresh: () => databases.fresh() },
    async serve(options = {}) {
      const server = await startMailServer(options);
      servers.push(server);
      return server;
    },
    send(fresh, server, more = {}) {
      const sender = startSender({ ...fresh, smtpUrl: server.url, ...more });
      senders.push(sender);
      return sender;
    },
  };
}

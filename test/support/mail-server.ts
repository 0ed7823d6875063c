/** A mail server that can be told to misbehave, for the tests of the notice sender. */
import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/**
 * What it does with one content: take it, refuse it with a code, take it and break the connection before the answer,
 * or never answer.
 */
export type Treatment = 'accept' | 'drop' | 'hold' | number;

export interface Received {
  readonly to: readonly string[];
  readonly from: string;
  readonly mail: ParsedMail;
  readonly treatment: Treatment;
  /** Whether it came over TLS. */
  readonly secure: boolean;
}

export interface MailServer {
  readonly url: string;
  readonly port: number;
  /** Every content that came in whole, also those that were then dropped or refused. */
  readonly received: readonly Received[];
  /** RCPT commands seen. */
  readonly recipients: readonly string[];
  close(): Promise<void>;
}

export interface MailServerOptions {
  /** The port of an earlier server that was closed; any free one when left out. */
  readonly port?: number;
  /** Code to refuse a recipient with; undefined takes it. The sender waits for it. */
  readonly onRecipient?: (address: string) => number | undefined | Promise<number | undefined>;
  readonly onSender?: (address: string) => number | undefined;
  readonly onContent?: (mail: ParsedMail) => Treatment;
  /** Told of each content once it was treated. */
  readonly onReceived?: (received: Received) => void;
  /** Refuses the sign-in of everybody. */
  readonly signIn?: 'refused';
  /** Offers STARTTLS, with a certificate that nobody has reason to trust. */
  readonly startTls?: 'offered';
}

/** Starts the server on 127.0.0.1. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const received: Received[] = [];
  const recipients: string[] = [];
  const refusal = (responseCode: number) => Object.assign(new Error('refused by the test'), { responseCode });
  const refused = (code: number | undefined) => (code === undefined ? undefined : refusal(code));
  const server = new SMTPServer({
    authOptional: options.signIn === undefined,
    disabledCommands: [
      ...(options.startTls === undefined ? ['STARTTLS'] : []),
      ...(options.signIn === undefined ? ['AUTH'] : []),
    ],
    allowInsecureAuth: true,
    closeTimeout: 100,
    onAuth: (_auth, _session, done) => done(refusal(535)),
    onMailFrom: ({ address }, _session, done) => done(refused(options.onSender?.(address))),
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address);
      void Promise.resolve(options.onRecipient?.(address)).then((code) => done(refused(code)), done);
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        const treatment = options.onContent?.(mail) ?? 'accept';
        const { mailFrom, rcptTo } = session.envelope;
        const item = {
          to: rcptTo.map(({ address }) => address),
          from: mailFrom === false ? '' : mailFrom.address,
          mail,
          treatment,
          secure: session.secure,
        };
        received.push(item);
        if (treatment === 'accept') done();
        else if (treatment === 'drop') breakOff(server, session.id);
        else if (treatment !== 'hold') done(refusal(treatment));
        options.onReceived?.(item);
      }, done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    recipients,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const { _socket } of server.connections) _socket.destroy();
      }),
  };
}

function breakOff(server: SMTPServer, id: string): void {
  for (const connection of server.connections) if (connection.id === id) connection._socket.destroy();
}

/**
 * Notices a second of the product against a bare pooled nodemailer that sends the same bodies to the same server: `npm run bench:notices`,
 * with `-- --notices 400 --rounds 3` or, for machines, `-- --json`. Each notice is of a case of its own and goes to an account of its party, as
 * a decision does; `--template deadlineReminder` measures another one.
 */
import { parseArgs } from 'node:util';
import nodemailer from 'nodemailer';
import { rowTo } from '../activities/notice-rows.ts';
import { MAILS_AT_ONCE } from '../activities/notices/transport.ts';
import { officeRows } from '../prisma/create-account.ts';
import type { Database } from '../prisma/client.ts';
import { sampleCommon } from '../rules/notices/samples.ts';
import { startNoticeDatabases } from '../test/support/notice-database.ts';
import { kindWith, sampleOf } from '../activities/notices/sample-notices.ts';
import { startSender } from '../test/support/notice-sender.ts';
import { countStatements } from '../test/support/statements.ts';
import { forkMailSink } from './mail-sink.ts';
import { report, runMeasurement } from './run-measurement.ts';
import { median, ratioOf, table, type Row } from './stats.ts';

const { values } = parseArgs({
  options: {
    notices: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '3' },
    template: { type: 'string', default: 'setupDone' },
    json: { type: 'boolean', default: false },
  },
});
const count = Number(values.notices);

/** What one run took. */
interface Run {
  readonly perSecond: number;
  /** Processor time of the sending process for one notice, ms. */
  readonly cpuMs: number;
  /** Statements to the database for one notice. */
  readonly statements: number;
}

const statements = countStatements();

async function measured(send: () => Promise<void>): Promise<Run> {
  const before = { at: performance.now(), cpu: process.cpuUsage(), sent: statements.sent };
  await send();
  const { user, system } = process.cpuUsage(before.cpu);
  return {
    perSecond: (count / (performance.now() - before.at)) * 1_000,
    cpuMs: (user + system) / 1_000 / count,
    statements: (statements.sent - before.sent) / count,
  };
}

/** A case of its own for each notice, with an account that acts for its party. */
async function plan(database: Database): Promise<void> {
  const sample = sampleOf(values.template);
  const model = await database.case.findFirstOrThrow();
  const of = (n: number) => ({ id: `case-${n}`, subject: `91310000MA1K${String(n).padStart(5, '0')}X` });
  const all = Array.from({ length: count }, (_none, n) => of(n + 1));
  await database.case.createMany({
    data: all.map(({ id, subject }) => ({ ...model, id, number: id, subject, opening: {}, state: {} })),
  });
  await database.user.createMany({
    data: all.map(({ id }) => ({ id, name: `李${id}`, email: `${id}@example.org` })),
  });
  await database.office.createMany({
    data: all.flatMap(({ id, subject }) => officeRows(id, [{ role: 'provider', party: subject }])),
  });
  await database.notice.createMany({
    data: all.map(({ id, subject }) => {
      const row = rowTo(
        {
          caseId: id,
          request: 'notice:1',
          audience: { party: subject, roles: ['provider'] },
          template: values.template,
          templateVersion: 1,
          requirement: null,
          data: { ...sample, caseId: id, caseKind: kindWith(values.template), caseUrlPath: `/cases/${id}` },
          plannedAt: sampleCommon.plannedAt,
        },
        { id, name: `李${id}`, email: `${id}@example.org`, locale: 'zh-CN', refusesCommercialMail: false },
        'EMAIL',
      );
      return { ...row, audience: { ...row.audience }, plannedAt: new Date(row.plannedAt) };
    }),
  });
}

/** Runs the product's sender until it has said of each notice that it is sent. */
async function sentByProduct(database: Database, databaseUrl: string, smtpUrl: string): Promise<void> {
  const all = Promise.withResolvers<void>();
  let sent = 0;
  const log = {
    info(_fields: object, message: string) {
      if (message === 'notice sent' && (sent += 1) === count) all.resolve();
    },
    warn: (fields: object, message: string) => all.reject(new Error(`${message}: ${JSON.stringify(fields)}`)),
    error: (fields: object, message: string) => all.reject(new Error(`${message}: ${JSON.stringify(fields)}`)),
  };
  const sender = startSender({ database, databaseUrl, smtpUrl, log });
  await all.promise;
  await sender.stop();
}

await runMeasurement(async (parts) => {
  const sink = await forkMailSink();
  await parts.onStop(() => Promise.resolve(sink.stop()));
  const databases = await startNoticeDatabases();
  await parts.onStop(() => databases.stop());
  const [ours, theirs]: [Run[], Run[]] = [[], []];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const { database, databaseUrl } = await databases.fresh();
    await plan(database);
    ours.push(await measured(() => sentByProduct(database, databaseUrl, sink.url)));
    const bodies = await database.notice.findMany();
    const bare = nodemailer.createTransport({ url: sink.url, pool: true, maxConnections: MAILS_AT_ONCE });
    theirs.push(
      await measured(async () => {
        await Promise.all(
          bodies.map(({ recipientEmail, messageId, subject, html, text }) =>
            bare.sendMail({
              ...{ from: 'notices@example.org', to: recipientEmail, messageId: messageId ?? '' },
              ...{ subject: subject ?? '', html: html ?? '', text: text ?? '' },
            }),
          ),
        );
      }),
    );
    bare.close();
    report(
      `round ${round + 1}: ${ours.at(-1)?.perSecond.toFixed(0)} against ${theirs.at(-1)?.perSecond.toFixed(0)} a second`,
    );
  }
  const row = (measure: string, of: (run: Run) => number, digits: number): Row => ({
    measure,
    product: median(ours.map(of)).toFixed(digits),
    against: `${median(theirs.map(of)).toFixed(digits)} bare nodemailer`,
    ratio: ratioOf(ours.map(of), theirs.map(of)),
    goal: '',
  });
  const rows = [
    row('notices a second', ({ perSecond }) => perSecond, 0),
    row('processor time of a notice, ms', ({ cpuMs }) => cpuMs, 2),
    { ...row('statements of a notice', (run) => run.statements, 2), ratio: null },
  ];
  console.log(values.json ? JSON.stringify({ notices: count, rows }) : table(rows));
});

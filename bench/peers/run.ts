/**
 * The same case in DBOS, in Restate and written by hand, on this machine: `npm run bench:peers`. `-- --quick` does less, `-- --only dbos,by-hand`
 * chooses, `-- --json` prints one document for programs. The rows and mails of each step are those of `bench/floor/`, in tables of the
 * product; roles, rules, refusals and chains are not theirs.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres, type Postgres } from '../../dev/postgres.ts';
import { startAll, type Parts } from '../../dev/start-all.ts';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { migrate } from '../../prisma/migrate.ts';
import { forkMailSink } from '../mail-sink.ts';
import { firstProcessOfPostgres } from '../postgres-process.ts';
import { report, runMeasurement } from '../run-measurement.ts';
import { cells } from '../stats.ts';
import { ensureInstalled } from './install.ts';
import { midnightOf, saturate, type Midnight, type Saturation } from './measure.ts';
import { farAway, PEERS, type Peer } from './peer.ts';
import { poolOf } from '../pool.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    cases: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const plan = options.quick
  ? { seconds: 3, cases: Number(options.cases ?? 100), quietSeconds: 5, decisionsASecond: 5 }
  : { seconds: 10, cases: Number(options.cases ?? 1200), quietSeconds: 30, decisionsASecond: 5 };

interface Figures {
  readonly peer: string;
  readonly saturation: Saturation;
  readonly midnight: Midnight;
  readonly killed: Midnight;
}

async function figuresOf(peer: Peer, postgres: Postgres, dir: string, parent: Parts): Promise<Figures> {
  report(`· ${peer.title}`);
  const parts = startAll();
  await parent.onStop(() => parts.stop());
  try {
    const databaseUrl = await postgres.createDatabase(`rows_${peer.name.replace('-', '_')}`);
    await migrate({ databaseUrl, log: () => {} });
    const systemUrl = await postgres.createDatabase(`own_${peer.name.replace('-', '_')}`);
    const mail = await forkMailSink();
    await parts.onStop(() => Promise.resolve(mail.stop()));
    const records = poolOf(databaseUrl, 4);
    await parts.onStop(() => records.end());
    const running = await peer.start({ databaseUrl, systemUrl, smtpUrl: mail.url, dir, parts });
    const measured = { peer: running, records, postgresPid: () => firstProcessOfPostgres(join(dir, 'postgres')) };
    const life = running.lifeUntil(farAway());
    const saturation = await saturate(measured, life, plan.seconds);
    const storm = { ...plan, opensASecond: saturation.casesASecond };
    report('  a midnight');
    const midnight = await midnightOf(measured, life, { ...storm, kill: false });
    report('  a midnight, killed one second before');
    const killed = await midnightOf(measured, life, { ...storm, kill: true });
    return { peer: peer.title, saturation, midnight, killed };
  } finally {
    await parts.stop();
  }
}

function tableOf(figures: readonly Figures[]): string {
  const s = (value: number) => (Number.isNaN(value) ? 'never' : `${value.toFixed(1)} s`);
  const effects = ({ rows, mail, early }: Midnight) =>
    `${s(rows)}, mail ${s(mail)}${early > 0 ? `, ${early} early` : ''}`;
  const decisions = ({ unanswered, made, p99, toQuiet }: Midnight) =>
    `${unanswered} of ${made}, p99 ${p99.toFixed(0)} ms (${toQuiet.toFixed(1)} x quiet)`;
  return cells([
    ['measured', ...figures.map(({ peer }) => peer)],
    ['cases a second, by finished steps', ...figures.map(({ saturation }) => saturation.casesASecond.toFixed(1))],
    ['processor time a case', ...figures.map(({ saturation }) => `${saturation.msOfACase.toFixed(0)} ms`)],
    [`${plan.cases} deadlines at one midnight: last effect after`, ...figures.map(({ midnight }) => effects(midnight))],
    ['decisions meanwhile unanswered', ...figures.map(({ midnight }) => decisions(midnight))],
    ['killed one second before: last effect after', ...figures.map(({ killed }) => effects(killed))],
    ['decisions meanwhile unanswered', ...figures.map(({ killed }) => decisions(killed))],
  ]);
}

async function measure(parts: Parts): Promise<void> {
  ensureInstalled();
  const names = options.only?.split(',');
  const peers = PEERS.filter(({ name }) => names?.includes(name) ?? true);
  if (peers.length === 0) throw new Error(`There are these peers: ${PEERS.map(({ name }) => name).join(', ')}.`);
  const folder = temporaryFolder('peers');
  await parts.onStop(() => Promise.resolve(folder.remove()));
  const postgres = await startPostgres({ dir: join(folder.path, 'postgres'), log: report });
  await parts.onStop(() => postgres.stop());
  const figures: Figures[] = [];
  for (const peer of peers) figures.push(await figuresOf(peer, postgres, folder.path, parts));
  if (options.json) console.log(JSON.stringify({ cores: availableParallelism(), plan, peers: figures }, null, 2));
  else console.log(`\n${availableParallelism()} cores for everything.\n\n${tableOf(figures)}`);
}

await runMeasurement(measure);

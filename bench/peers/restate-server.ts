import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from '../../dev/ports.ts';
import { describeExit, startProgram } from '../../dev/program.ts';
import { here } from './install.ts';

export interface RestateServer {
  readonly pid: number;
  /** Where calls go in. */
  readonly ingress: string;
  /** Makes the services of an address known. */
  register(serviceUrl: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param dir folder for its data */
export async function startRestateServer(dir: string): Promise<RestateServer> {
  const platform = `${process.platform}-${process.arch}`;
  const command = join(here, 'node_modules', '@restatedev', `restate-server-${platform}`, 'bin', 'restate-server');
  if (!existsSync(command)) throw new Error(`There is no Restate server for ${platform}: leave it out with --only.`);
  const [ingress = 0, admin = 0, node = 0] = await freePorts(3);
  const address = (port: number) => `127.0.0.1:${port}`;
  const program = await startProgram({
    name: 'Restate server',
    command,
    args: ['--base-dir', dir],
    env: {
      ...process.env,
      RESTATE_INGRESS__BIND_ADDRESS: address(ingress),
      RESTATE_ADMIN__BIND_ADDRESS: address(admin),
      RESTATE_BIND_ADDRESS: address(node),
      RESTATE_ADVERTISED_ADDRESS: `http://${address(node)}`,
      RESTATE_LOG_FILTER: 'error',
      DO_NOT_TRACK: '1',
    },
  });
  let over: string | undefined;
  void program.exited.then((exit) => {
    over = describeExit(program, exit);
  });
  const answers = (url: string) =>
    fetch(url)
      .then(({ ok }) => ok)
      .catch(() => false);
  const isReady = async () =>
    (await answers(`http://${address(admin)}/health`)) && (await answers(`http://${address(ingress)}/restate/health`));
  while (!(await isReady())) {
    if (over !== undefined) throw new Error(over);
    await pause(50);
  }
  return {
    pid: program.pid,
    ingress: `http://${address(ingress)}`,
    async register(uri) {
      const answer = await fetch(`http://${address(admin)}/deployments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ uri, force: true }),
      });
      if (!answer.ok) throw new Error(`Restate did not take ${uri}: ${answer.status} ${await answer.text()}`);
    },
    async stop() {
      await program.stop();
    },
  };
}

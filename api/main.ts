/** The API process. SIGTERM and SIGINT let requests in hand finish. */
import { createServer } from 'node:http';
import { readSettings } from '../config/settings.ts';
import { startFailure } from '../prisma/start-failure.ts';
import { composeApi } from './compose.ts';
import { builtConsole } from './console.ts';
import { startHousekeeping } from './housekeeping.ts';
import { shutDown } from './shut-down.ts';
import { createLog } from './middleware/request-log.ts';

try {
  const { settings, secrets } = readSettings(process.env);
  const log = createLog(settings.logLevel);
  const webConsole = builtConsole();
  if (webConsole === undefined)
    log.warn('the console is not built, and the API runs without it: npm run build:console');
  const api = await composeApi({ settings, secrets, log, ...(webConsole && { webConsole }) });
  const stopHousekeeping = startHousekeeping(api.context);
  const server = createServer(api.app);
  server.listen(settings.port, settings.host, () =>
    log.info({ host: settings.host, port: settings.port }, 'the API is listening'),
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopHousekeeping();
      shutDown(server, api);
    });
  }
} catch (failure) {
  process.stderr.write(`${startFailure(failure)}\n`);
  process.exitCode = 1;
}

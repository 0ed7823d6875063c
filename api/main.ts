/** The API process. SIGTERM and SIGINT let requests in hand finish. */
import { createServer } from 'node:http';
import { pino } from 'pino';
import { readSettings, SettingsError } from '../config/settings.ts';
import { composeApi } from './compose.ts';

try {
  const { settings, secrets } = readSettings(process.env);
  const log = pino({ level: settings.logLevel, base: { process: 'api' } });
  const api = await composeApi({ settings, secrets, log });

  const server = createServer(api.app);
  server.listen(settings.port, settings.host, () =>
    log.info({ host: settings.host, port: settings.port }, 'the API is listening'),
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close(() => void api.close());
      server.closeIdleConnections();
    });
  }
} catch (failure) {
  process.stderr.write(
    `${failure instanceof SettingsError ? failure.message : String((failure as Error).stack ?? failure)}\n`,
  );
  process.exitCode = 1;
}

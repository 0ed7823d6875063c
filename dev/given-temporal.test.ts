import { expect, it } from 'vitest';
import { givenTemporal, temporalVariables } from './given-temporal.ts';

it('is reached as the environment says, also by worker and API', () => {
  const env = {
    TEMPORAL_ADDRESS: 'cluster.test:7233',
    TEMPORAL_API_KEY: 'key',
    TEMPORAL_CLI: '/bin/temporal',
    HOME: '/',
  };
  expect(givenTemporal(env)?.connection).toMatchObject({ address: 'cluster.test:7233', apiKey: 'key', tls: true });
  expect(temporalVariables(env)).toEqual({ TEMPORAL_ADDRESS: 'cluster.test:7233', TEMPORAL_API_KEY: 'key' });
});

it('is none without a name, and its key goes to no embedded server', () => {
  const env = { TEMPORAL_API_KEY: 'key', TEMPORAL_TLS: 'true', TEMPORAL_ADDRESS: '' };
  expect(givenTemporal(env)).toBeUndefined();
  expect(temporalVariables(env)).toEqual({ TEMPORAL_API_KEY: '', TEMPORAL_TLS: '', TEMPORAL_ADDRESS: '' });
});

export { ApiClient, ProblemError, type CallOptions } from '../../dev/rehearsal/api-client.ts';

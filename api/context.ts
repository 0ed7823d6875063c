import type { Logger } from 'pino';
import type { ZodType } from 'zod';
import type { Secrets, Settings } from '../config/settings.ts';
import type { Database } from '../prisma/client.ts';
import type { ProcessContract } from '../workflows/engine/contract.ts';
import type { Auth } from './auth.ts';
import type { CaseGateway, Clock, TrainingClock } from './case-gateway-types.ts';
import type { EventHub } from './events/event-hub.ts';

/** Everything the API works with; made once in `main.ts`, and by the harness in tests. */
export interface ApiContext {
  readonly settings: Settings;
  readonly secrets: Pick<Secrets, 'metricsToken' | 'authSecret'>;
  readonly database: Database;
  readonly auth: Auth;
  readonly gateway: CaseGateway;
  /** The only clock the API goes by, except for sessions and limits, which go by the machine's. */
  readonly clock: Clock;
  /** Present in training mode alone. */
  readonly trainingClock?: TrainingClock;
  /** Who is told what moves, as long as they listen. */
  readonly events: EventHub;
  /** What each kind of case publishes of itself. */
  readonly contracts: Readonly<Record<string, ProcessContract>>;
  /** Input schemas of the actions, by kind and action. */
  readonly inputs: Readonly<Record<string, Readonly<Record<string, ZodType>>>>;
  readonly log: Logger;
  /** Check answers against their schemas before they are sent: in training mode and in tests. */
  readonly checkAnswers: boolean;
}

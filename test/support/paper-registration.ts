/** A registration on paper, for tests. */
import { hnNetValues } from '../../rules/hn-net/config.ts';
import { credentialsOf } from '../../rules/hn-net/credentials.ts';
import { providerForm } from '../../rules/hn-net/provider.fixture.ts';
import type { ProviderForm } from '../../rules/hn-net/provider.ts';
import type { CalendarData } from '../../rules/time/index.ts';
import { at, PaperCase, people } from './engine-samples.ts';
import type {
  ProviderRegistrationFacts,
  ProviderRegistrationOpening,
} from '../../workflows/hn-net/provider-registration/facts.ts';
import { providerRegistration } from '../../workflows/hn-net/provider-registration/process.ts';

interface Options {
  /** When it is filed and, an hour later, registered. */
  readonly on?: string;
  readonly form?: Partial<ProviderForm>;
  readonly opening?: Partial<ProviderRegistrationOpening>;
  readonly rules?: Record<string, number | boolean>;
  readonly calendar?: CalendarData;
}

/** A provider that has filed its registration; times are of Shanghai in short, `2025-03-03 10:00`. */
export class PaperRegistration extends PaperCase<ProviderRegistrationFacts> {
  constructor({ on = '2025-03-03', form = {}, opening = {}, rules = {}, calendar }: Options = {}) {
    const filed = providerForm(form);
    const { kind, services, broughtInBy, operates } = filed;
    super(
      providerRegistration,
      {
        kind,
        credentials: credentialsOf(filed),
        services: services.map(({ code }) => code),
        broughtInBy,
        operates,
        leftBefore: null,
        ...opening,
      },
      {
        id: 'reg-1',
        openedAt: at(`${on} 09:00`),
        rules: { ...hnNetValues(), ...rules },
        ...(calendar !== undefined && { calendar }),
      },
    );
  }

  /** A provider that is registered on this day. */
  static registered(options: Options = {}): PaperRegistration {
    const one = new PaperRegistration(options);
    one.does('register', 'reviewer', `${options.on ?? '2025-03-03'} 10:00`);
    return one;
  }

  /** Lives up to a moment and then does an action, with the input as its schema would give it. */
  does(action: string, who: keyof typeof people, when: string, input: object = defaults[action] ?? {}): this {
    this.until(when);
    this.act(action, people[who], input, at(when));
    return this;
  }

  until(when: string): this {
    this.liveUntil(at(when));
    return this;
  }

  /** The entries written to the register so far. */
  get entries(): Record<string, unknown>[] {
    return this.transitions.flatMap(({ writes }) =>
      writes.filter(({ write }) => write === 'register').map(({ data }) => data as Record<string, unknown>),
    );
  }

  /** The day and name of every notice so far. */
  get mailed(): string[] {
    return this.transitions.flatMap(({ at: when, notices }) =>
      notices.map(({ template }) => `${when.slice(0, 16).replace('T', ' ')} ${template}`),
    );
  }
}

const defaults: Readonly<Record<string, object>> = {
  register: { withheld: [] },
  submitData: { changes: {}, confirmed: true },
};

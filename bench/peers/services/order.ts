/** What each peer is told when it is started, and what it is asked. */

export interface ServiceOrder {
  /** The tables of the product. */
  readonly databaseUrl: string;
  /** Where the peer keeps what is its own, if not beside those. */
  readonly systemUrl: string;
  readonly smtpUrl: string;
  /** Port of 127.0.0.1 to serve on. */
  readonly port: number;
}

/** A case is opened; its deadline passes at `endsAt`, in epoch ms. */
export interface Opening {
  readonly caseId: string;
  readonly endsAt: number;
}

/** A decision: the nth step of a case, and the revision that it makes. */
export interface Decision {
  readonly caseId: string;
  readonly nth: number;
  readonly revision: number;
}

export function readOrder(): ServiceOrder {
  return JSON.parse(process.argv[2] ?? '{}') as ServiceOrder;
}

/** Says that it serves; ends when whoever started it is gone. */
export function serving(): void {
  process.once('disconnect', () => process.exit(0));
  process.send?.('serving');
}

/** The list of regimes. Whatever needs all processes, contracts, bodies or citations derives from it. */
import type { Citations } from '../rules/notices/citation.ts';
import type { ProcessContract } from './engine/contract.ts';
import type { AnyProcess } from './engine/process.ts';
import type { Regime, RegimeBody } from './engine/regime.ts';
import { ah } from './ah/regime.ts';
import { ecCentre } from './ec-centre/regime.ts';
import { hnBase } from './hn-base/regime.ts';
import { hnNet } from './hn-net/regime.ts';
import { shEval } from './sh-eval/regime.ts';
import { shStore } from './sh-store/regime.ts';

export const regimes: readonly Regime[] = [shStore, shEval, hnNet, hnBase, ah, ecCentre];

/** Every process by its kind. */
export const processes: Readonly<Record<string, AnyProcess>> = Object.fromEntries(
  regimes.flatMap((regime) => regime.processes.map((process) => [process.contract.kind, process])),
);

/** Every contract by its kind. */
export const contracts: Readonly<Record<string, ProcessContract>> = Object.fromEntries(
  Object.values(processes).map(({ contract }) => [contract.kind, contract]),
);

/** Every body by its id. */
export const bodies: Readonly<Record<string, RegimeBody>> = Object.fromEntries(
  regimes.flatMap((regime) => regime.bodies.map((body) => [body.id, body])),
);

/** The citations of every regime. */
export const citations: Citations = Object.fromEntries(regimes.flatMap((regime) => Object.entries(regime.citations)));

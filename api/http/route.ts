/**
 * A route as data: what it takes, what it answers, who may use it and what it does. The application is mounted, the OpenAPI
 * document written and the tests of authorisation generated from the same list, so none of them can disagree.
 */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { AuditAction } from '../../rules/audit.ts';
import type { RefusalCode } from '../../rules/refusal.ts';
import type { Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Access, Ability } from '../abilities.ts';
import type { Audit } from '../audit.ts';
import type { ApiContext } from '../context.ts';
import type { Reader } from '../reader.ts';
import type { Once } from './once.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** An answer a route can give. Without a schema it has no body, or one of another media type. */
export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly example?: unknown;
  readonly mediaType?: string;
}

/** What a handler answers. `raw` is sent as it is, with the headers given; with `begun`, the handler is writing the answer itself. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly raw?: Buffer | string;
  readonly begun?: true;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** What a handler is given. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly context: ApiContext;
  /** Who asks; only a route with the ability `public` has none. */
  readonly reader: Reader;
  /** By which offices the reader may do what the route does, and how far; empty for the ability `public`. */
  readonly access: Access;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The instant of the request by the clock of the stack. */
  readonly now: Instant;
  /** Key of the request: the caller’s own, or made up for it. Unique only together with the account. */
  readonly key: string;
  /** Tells the audit log what the route changes; see `trail`. */
  readonly audit: Audit;
  /** Lets the handler keep its answer in the transaction that has the effect. */
  readonly once: Once;
  readonly request: Request;
  readonly response: Response;
}

/**
 * Where it can be read afterwards what a route has changed, and who has done it: on the timeline of a case, in the audit log, or nowhere,
 * because nobody else relies on it. `also` is written to the audit log now and then.
 */
export type Trail =
  | { readonly in: 'timeline'; readonly also?: readonly AuditAction[] }
  | { readonly in: 'audit'; readonly writes: readonly [AuditAction, ...AuditAction[]]; readonly also?: undefined }
  | { readonly in: 'nowhere'; readonly because: string; readonly also?: readonly AuditAction[] };

/** What a route may write to the audit log. */
export function auditedBy(trail: Trail | undefined): readonly AuditAction[] {
  return trail === undefined ? [] : trail.in === 'audit' ? trail.writes : (trail.also ?? []);
}

/** A route that changes something says where that stands; one that reads does so if its reading is itself on record. */
type Traced =
  | { readonly method: 'get'; readonly trail?: Trail }
  | { readonly method: Exclude<Method, 'get'>; readonly trail: Trail };

/** See `Common.again`. */
export interface Again<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  /** What is kept in place of the answer; nothing if left out. */
  gist?(body: unknown): unknown;
  /** The body of the answer, from what was kept. It must have no effect that the first request did not have. */
  make(call: Call<z.output<P>, z.output<Q>, z.output<B>>, gist: unknown): Promise<unknown>;
}

interface Common<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  /** In the form of OpenAPI: `/api/cases/{id}`. */
  readonly path: string;
  readonly ability: Ability | 'public';
  readonly tag: string;
  readonly summary: Text;
  /** Requirements it serves. */
  readonly requirement?: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** True where people fill the body in outside a case: `GET /api/acts` gives its form to who may do it. */
  readonly isAct?: boolean;
  /** How the body comes: JSON unless said otherwise. */
  readonly consumes?: 'json' | 'json-or-lines' | 'file';
  /** True where the body may be left out. */
  readonly bodyOptional?: boolean;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Refusals of its own, beside those every route has. */
  readonly refuses?: readonly RefusalCode[];
  /** False for a changing route that takes no idempotency key. */
  readonly keyed?: boolean;
  /** True if a caller may say how long it waits (`Prefer: wait=N`). */
  readonly waits?: boolean;
  readonly trainingOnly?: boolean;
  /** True for what is open to an account whose password an administrator has set: another one is to be set first. */
  readonly beforeOwnPassword?: boolean;
  /** True for what is open to an account that has to set up a second factor of sign-in first. */
  readonly beforeOwnFactor?: boolean;
  /** True for a route by which people sign in: an address may try it so often. */
  readonly signsIn?: boolean;
  readonly example?: unknown;
  /** How an answer that is too large to keep under an idempotency key is made again. Without it a repeat is told that it is done. */
  readonly again?: Again<P, Q, B>;
  handle(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<Reply> | Reply;
}

type Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Common<P, Q, B> & Traced;

/** A route whose input types have been forgotten, for lists of routes. */
export type Route = Spec<z.ZodType, z.ZodType, z.ZodType>;

/** Checks a route's handler against its schemas. */
export function route<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(spec: Spec<P, Q, B>): Route {
  return spec;
}

/** True for a method that changes something. */
export function isChanging(method: string): boolean {
  return !['get', 'head', 'options'].includes(method.toLowerCase());
}

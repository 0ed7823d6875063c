/** Puts routes on an Express application: what every route has in common happens here, once. */
import { randomUUID } from 'node:crypto';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { accessOf, isAllowed, ofUse, rolesOf, type Ability, type Access } from '../abilities.ts';
import { bodyTitle } from '../bodies.ts';
import { atOneBody } from '../regimes.ts';
import { auditOf } from '../audit.ts';
import type { ApiContext } from '../context.ts';
import { authenticate } from '../middleware/authenticate.ts';
import { refuseForged } from '../middleware/forgery.ts';
import { rememberAccount, type RateLimits } from '../middleware/limits.ts';
import type { Reader } from '../reader.ts';
import { readBody } from './body.ts';
import { canonical, sealed, sha256 } from './canonical.ts';
import { checked } from './faults.ts';
import { noteReader, refusalToKeep } from './failures.ts';
import { problemsOf } from './openapi.ts';
import { HttpFault, invalid, problemOf } from './problem.ts';
import { placeOf, runOnce, unkeyed } from './once.ts';
import { auditedBy, isChanging, type Call, type Reply, type Route } from './route.ts';
import { unavailable } from './unavailable.ts';

/** Mounts the routes; a path that exists answers other methods with 405. */
export function mount(app: Express, context: ApiContext, routes: readonly Route[], limits: RateLimits): void {
  const open = routes.filter((route) => !route.trainingOnly || context.trainingClock !== undefined);
  const paths = [...new Set(open.map(({ path }) => path))].sort(bySpecificity);
  for (const path of paths) {
    const here = open.filter((route) => route.path === path);
    const at = app.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const route of here) {
      const signIn = route.signsIn ? [limits.signInPerAddress] : [];
      at[route.method](...signIn, handlerOf(route, context, limits));
    }
    const allow = here.map(({ method }) => method.toUpperCase()).join(', ');
    at.all((request, _response, next) => {
      next(
        new HttpFault(
          'METHOD_NOT_ALLOWED',
          text(`此地址不支持 ${request.method}。`, `${request.method} is not served here; use ${allow}.`),
          { Allow: allow },
        ),
      );
    });
  }
}

/** Fixed parts before parameters, so that `/cases/check` is never taken for a case. */
function bySpecificity(a: string, b: string): number {
  const rank = (path: string): string => path.replaceAll('{', '~');
  return rank(a) < rank(b) ? -1 : 1;
}

function handlerOf(route: Route, context: ApiContext, limits: RateLimits): RequestHandler {
  return async (request, response, next: NextFunction) => {
    try {
      send(response, await serve(route, context, limits, request, response));
    } catch (error) {
      if (context.checkAnswers) noteUndeclared(route, error, request);
      next(error);
    }
  };
}

/** Says in the log that the document does not know a refusal: whoever goes by the document would not expect it. */
function noteUndeclared(route: Route, error: unknown, request: Request): void {
  const code = undeclared(route, error);
  if (code !== null)
    request.log.error({ code, route: `${route.method} ${route.path}` }, 'request failed as the document does not say');
}

/** The code of a refusal whose status the document does not name for this route; null if it does, or the failure is no refusal. */
export function undeclared(route: Route, error: unknown): string | null {
  if (unavailable(error) !== null) return null;
  const { problem } = problemOf(error, '', 'en');
  const status = String(problem.status);
  return problem.status >= 500 || route.answers[problem.status] !== undefined || problemsOf(route).has(status)
    ? null
    : problem.code;
}

async function serve(
  route: Route,
  context: ApiContext,
  limits: RateLimits,
  request: Request,
  response: Response,
): Promise<Reply> {
  const isPublic = route.ability === 'public';
  const reader = isPublic ? null : await authenticate(context, request, response);
  if (reader !== null) {
    noteReader(request, reader);
    rememberAccount(request, reader.person.id);
    await limited(limits.perAccount, request, response);
  }
  if (reader?.credential !== 'bearer') refuseForged(request, context.settings.baseUrl);
  if (reader?.mustChangePassword === true && route.beforeOwnPassword !== true) refuseBeforeOwnPassword();
  if (reader?.mustSetSecondFactor === true && route.beforeOwnPassword !== true && route.beforeOwnFactor !== true)
    refuseBeforeOwnFactor();
  const access = reader === null ? [] : requireAbility(reader, route);
  const params = route.params === undefined ? undefined : checked(route.params, { ...request.params });
  const query = route.query === undefined ? undefined : checked(route.query, { ...request.query });
  const raw = await readBody(route, request, response);
  // A file is inspected, and lines are checked one by one, by whoever takes them.
  const body = route.body === undefined || typeof raw === 'string' || isFile(raw) ? raw : checked(route.body, raw);
  const given = keyOf(route, request);
  const now = await context.clock.now();
  const roles = access.length > 0 ? rolesOf(access) : (reader?.person.offices.map(({ role }) => role) ?? []);
  const call = {
    context,
    audit: auditOf({ context, request, reader, roles, now }, auditedBy(route.trail)),
    reader: reader as Reader,
    access,
    params,
    query,
    body,
    now,
    key: given ?? randomUUID(),
    request,
    response,
  };
  const handle = async (once: Call['once']): Promise<Reply> =>
    answerOf(route, context, await route.handle({ ...call, once }));
  if (given === undefined || reader === null) return handle(unkeyed);
  const keyed = {
    ownerId: reader.person.id,
    key: given,
    address: `${request.method} ${request.path}`,
    place: placeOf(reader.person),
    bodyHash: hashOf(raw, context.secrets.authSecret),
    most: context.settings.limits.requestKeysPerAccount,
    gist: (answer: unknown) => route.again?.gist?.(answer),
    again: (gist: unknown) =>
      route.again === undefined ? refuseDone() : route.again.make({ ...call, once: unkeyed }, gist),
  };
  return runOnce(context.database, keyed, handle, (error) => refusalToKeep(error, request));
}

/** What it did stands; what it said was too much to keep. */
function refuseDone(): never {
  refuse(
    'ALREADY_DONE',
    '带有此幂等键的请求已经办理，原答复内容过大未予保留，请直接查询结果。',
    'The request with this Idempotency-Key was carried out; its answer was too large to keep. Look at what became of it.',
  );
}

function keyOf(route: Route, request: Request): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined || route.keyed === false || !isChanging(route.method)) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  return invalid(
    'Idempotency-Key',
    '应为 1 至 200 个可见 ASCII 字符。',
    'must be 1 to 200 visible ASCII characters without blanks',
  );
}

/** Under the secret: a body can hold a password, and a bare hash of it could be guessed at by whoever reads the table. */
function hashOf(raw: unknown, secret: string): string {
  if (isFile(raw)) return sealed(secret, `${raw.originalname}\n${raw.mimetype}\n${sha256(raw.buffer)}`);
  return sealed(secret, typeof raw === 'string' ? raw : canonical(raw));
}

function isFile(raw: unknown): raw is Express.Multer.File {
  return typeof raw === 'object' && raw !== null && 'buffer' in raw && Buffer.isBuffer(raw.buffer);
}

function limited(limiter: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void limiter(request, response, (fault?: unknown) => (fault instanceof Error ? reject(fault) : resolve()));
  });
}

/** A password that an administrator has set is known to two people: nothing is done with it but setting another. */
function refuseBeforeOwnPassword(): never {
  refuse(
    'PASSWORD_CHANGE_REQUIRED',
    '您的密码由管理员设置，请先修改密码（POST /api/auth/change-password，或页面 /password），再使用其他功能。',
    'Your password was set by an administrator. Change it first (POST /api/auth/change-password, or the page /password); everything else comes after.',
  );
}

function refuseBeforeOwnFactor(): never {
  refuse(
    'SECOND_FACTOR_REQUIRED',
    '工作人员须启用登录验证器，请先启用（页面 /account），再使用其他功能。',
    'Staff need a second factor of sign-in. Set it up first (the page /account); everything else comes after.',
  );
}

/** By which offices the reader may use the route. @throws Refusal NOT_ALLOWED; OUT_OF_SCOPE where it is the work of another body */
function requireAbility({ person }: Reader, { ability }: Route): Access {
  if (ability === 'public') return [];
  const access = accessOf(ability, person);
  if (isAllowed(ability, access, person)) return requireBody(ability, access);
  const roles = [...new Set(person.offices.map(({ role }) => role))].join(', ');
  refuse('NOT_ALLOWED', '您的角色不能进行此操作。', `Your role (${roles || 'none'}) may not do this.`, {
    facts: { ability },
  });
}

/** What is kept by one body is the work of its people. @throws Refusal OUT_OF_SCOPE for who holds no office there */
function requireBody(ability: Ability, access: Access): Access {
  const { [ability]: body } = atOneBody;
  const there = ofUse(ability, access, atOneBody);
  if (body === undefined || there.length > 0) return there;
  const { zh, en } = bodyTitle(body);
  refuse('OUT_OF_SCOPE', `该事项由${zh}办理。`, `This is the work of another body: ${en}.`, {
    facts: { body },
  });
}

/** Holds an answer against its schema, so that the document stays true. */
function answerOf(route: Route, context: ApiContext, reply: Reply): Reply {
  const answer = route.answers[reply.status];
  if (answer === undefined)
    throw new Error(`${route.method} ${route.path} answered ${reply.status}, which it does not declare.`);
  if (context.checkAnswers && answer.schema !== undefined && reply.raw === undefined) {
    const sent: unknown = JSON.parse(JSON.stringify(reply.body ?? null));
    const read = answer.schema.safeParse(sent);
    if (!read.success) {
      const where = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      throw new Error(`${route.method} ${route.path} answered what its schema does not allow: ${where}`);
    }
    // What the schema does not name was left out in reading; nothing of that kind is sent (ASVS 15.3.1).
    if (canonical(read.data) !== canonical(sent))
      throw new Error(`${route.method} ${route.path} answered more than its schema says.`);
  }
  return reply;
}

/** Sends an answer. */
export function send(response: Response, { status, body, raw, headers, begun }: Reply): void {
  if (begun) return;
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  response.status(status);
  if (raw !== undefined) response.end(raw);
  else if (body === undefined) response.end();
  else response.type(status >= 400 ? 'application/problem+json' : 'application/json').end(JSON.stringify(body));
}

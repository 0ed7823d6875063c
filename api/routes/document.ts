import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { openApiDocument } from '../http/openapi.ts';
import { route, type Route } from '../http/route.ts';

const VERSION = '0.1.0';
const written = new WeakMap<object, string>();

/** The address of the OpenAPI document of this very build; `routes` are all of them, this one included. */
export function documentRoute(routes: () => readonly Route[]): Route {
  return route({
    method: 'get',
    path: '/api/openapi.json',
    ability: 'public',
    tag: 'document',
    summary: text('接口文档', 'The OpenAPI document'),
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.record(z.string(), z.unknown()) } },
    handle({ context }) {
      const { contracts, inputs, trainingClock } = context;
      const training = trainingClock !== undefined;
      const raw =
        written.get(context) ??
        JSON.stringify(openApiDocument({ routes: routes(), training, version: VERSION, contracts, inputs }));
      written.set(context, raw);
      return { status: 200, raw, headers: { 'Content-Type': 'application/json; charset=utf-8' } };
    },
  });
}

import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { openApiDocument } from '../http/openapi.ts';
import { route } from '../http/route.ts';
import { routes } from './index.ts';

const VERSION = '0.1.0';
const written = new WeakMap<object, string>();

/** The OpenAPI document of this very build. */
export const getDocument = route({
  method: 'get',
  path: '/api/openapi.json',
  ability: 'public',
  tag: 'document',
  summary: text('接口文档', 'The OpenAPI document'),
  answers: { 200: { description: 'OpenAPI 3.1', schema: z.record(z.string(), z.unknown()) } },
  handle({ context }) {
    const { contracts, inputs, trainingClock } = context;
    const raw =
      written.get(context) ??
      JSON.stringify(
        openApiDocument({ routes, training: trainingClock !== undefined, version: VERSION, contracts, inputs }),
      );
    written.set(context, raw);
    return { status: 200, raw, headers: { 'Content-Type': 'application/json; charset=utf-8' } };
  },
});

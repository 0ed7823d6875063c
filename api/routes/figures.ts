import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { askedOf, figureFilters } from '../figures/asked.ts';
import { figuresOf, figuresSchema } from '../figures/figures.ts';
import { route } from '../http/route.ts';

/** How cases stand and went, for their managers. Each figure names the list that has exactly what it counts. */
export const getFigures = route({
  method: 'get',
  path: '/api/figures',
  ability: 'figures.read',
  tag: 'figures',
  summary: text('统计', 'Figures'),
  requirement: 'XC-05.3, XC-05.5, A-08',
  query: z.strictObject(figureFilters),
  answers: { 200: { description: 'The figures', schema: figuresSchema } },
  async handle({ context, access, query, now }) {
    return { status: 200, body: await figuresOf(context, askedOf(query, access, now)) };
  },
});

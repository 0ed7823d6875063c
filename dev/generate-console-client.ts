/** Writes the types of the API's client from its OpenAPI document: `npm run client`. They are not kept in git. */
import { mkdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../api/http/openapi.ts';
import { routes } from '../api/routes/index.ts';
import { inputs } from '../workflows/beside.ts';
import { contracts } from '../workflows/regimes.ts';

const document = openApiDocument({ routes, training: true, version: 'console', contracts, inputs });
const types = astToString(await openapiTS(JSON.parse(JSON.stringify(document)) as object as never));
const folder = new URL('../web/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('api.ts', folder), `/* Made by npm run client from the routes of the API. */\n${types}`);

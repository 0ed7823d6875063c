/** What generated calls are made from, and what is seen of their answers. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../api/http/openapi.ts';
import { routes } from '../../../api/routes/index.ts';
import { inputs } from '../../../workflows/beside.ts';
import { contracts } from '../../../workflows/regimes.ts';
import { CHECKS, SWITCHED_OFF } from './checks.ts';
import { documentOf, operationsOf, type Json, type KnownIds } from './document.ts';
import { told, startWitness } from './witness.ts';
import { listening } from '../../listening.ts';

const none = { accounts: [], sessions: [], drafts: [], files: [], tasks: [], notices: [], bars: [], stores: ['sto-1'] };
const ids: KnownIds = {
  ...{
    ...none,
    recommendations: [],
    platforms: [],
    registers: [],
    regimes: [],
    comments: ['com-1'],
    products: ['p-1'],
  },
  ...{ recomputations: ['rcp-1'], covers: ['cov-1'], conflicts: ['con-1'], bulkDecisions: ['bul-1'] },
  cases: { complaint: ['cpl-1'], mediation: ['med-1'] },
  parties: ['91310115MA1K3AB128'],
};
const whole = JSON.parse(
  JSON.stringify(openApiDocument({ routes, training: true, version: '0', contracts, inputs })),
) as Record<string, Json>;
const form = { type: 'object', properties: { provider: { $ref: '#/$defs/key' } }, $defs: { key: { type: 'string' } } };
const forms = [{ kind: 'complaint', by: ['consumer', 'contact'], form }];
const operations = operationsOf(whole, ids, forms);
const named = (path: string) => operations.filter((one) => one.path === path);

describe('the document that calls are generated from', () => {
  it('XC-05.5 holds each action of each kind as an operation of those who may do it, with the ids of its cases', () => {
    const [statement] = named('/api/cases/{complaint}/actions/giveStatement');
    expect(statement?.roles).toEqual(['provider']);
    expect(JSON.stringify(statement?.body)).toContain('"anyOf":[{"enum":["cpl-1"]}');
    expect(JSON.stringify(statement?.body)).toContain('complaint.giveStatement');
    const actions = operations.filter(({ path }) => path.includes('}/actions/') && !path.endsWith('{name}'));
    const personal = Object.values(contracts).flatMap(({ actions: all }) =>
      Object.values(all).filter(({ by }) => by.some((grant) => grant !== 'case')),
    );
    expect(actions).toHaveLength(personal.length);
  });

  it('XC-05.5 holds a filing for each form, with an account and without', () => {
    expect(named('/api/cases/complaint')[0]?.roles).toEqual(['consumer']);
    expect(named('/api/intakes/complaint')[0]?.roles).toBe('public');
    const document = documentOf(whole, named('/api/cases/complaint'), ids, forms);
    expect(JSON.stringify(document)).toContain('#/components/schemas/form.complaint/$defs/key');
  });

  it('XC-05.5 offers ids that exist beside whatever else an address can hold', () => {
    const [read] = named('/api/cases/{id}').filter(({ method }) => method === 'get');
    expect(JSON.stringify(read?.body['parameters'])).toContain('{"anyOf":[{"enum":["cpl-1","med-1"]},{');
  });

  it.each([
    ['/api/public/stores/{id}', 'sto-1'],
    ['/api/stores/{id}/supervision', 'sto-1'],
    ['/api/stores/{id}/recommendations', 'sto-1'],
    ['/api/regulations/{regime}/comments/{id}/answers', 'com-1'],
    ['/api/points/recomputations/{id}', 'rcp-1'],
    ['/api/covers/{id}/end', 'cov-1'],
    ['/api/conflicts/{id}/end', 'con-1'],
    ['/api/bulk-decisions/{id}', 'bul-1'],
  ])('XC-05.5 offers at %s the id of a record that is there', (path, id) => {
    const found = named(path);
    expect(found.length).toBeGreaterThan(0);
    for (const { body } of found)
      expect(JSON.stringify(body['parameters'])).toContain(`{"anyOf":[{"enum":["${id}"]},{`);
  });

  it('XC-05.5 leaves no route out', () => {
    const all = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    expect(routes.filter(({ method, path }) => !all.has(`${method} ${path}`))).toEqual([]);
  });

  it('XC-05.5 says of each check that is switched off why, and holds none of them', () => {
    for (const [check, reason] of Object.entries(SWITCHED_OFF)) {
      expect(reason.length, check).toBeGreaterThan(20);
      expect(CHECKS).not.toContain(check);
    }
  });
});

describe('the witness of the answers', () => {
  let server: Server;
  afterEach(() => new Promise((resolve) => server.close(resolve)));
  const secrets = [{ words: '秘密9f', what: 'the draft of another' }];

  async function witnessOf(listener: RequestListener) {
    server = createServer(listener);
    return startWitness(await listening(server), secrets);
  }

  it('XC-05.5 hands calls and answers on as they are, and counts them', async () => {
    const witness = await witnessOf((request, response) => {
      request.resume().on('end', () => response.writeHead(201, { 'X-Kept': 'yes' }).end(request.method));
    });
    const answer = await fetch(`${witness.url}/api/a`, { method: 'POST', body: 'words' });
    expect([answer.status, answer.headers.get('x-kept'), await answer.text()]).toEqual([201, 'yes', 'POST']);
    expect(witness.seen).toMatchObject([{ method: 'POST', path: '/api/a', status: 201 }]);
    expect([...witness.findings]).toEqual([]);
    await witness.stop();
  });

  it('XC-05.5 finds a fault of ours, words that are withheld, and a call that was not answered', async () => {
    const answers: Record<string, RequestListener> = {
      '/fault': (_request, response) => response.writeHead(500).end(),
      '/told': (_request, response) => response.end('a 秘密9f of his'),
      '/broken': (request) => request.socket.destroy(),
    };
    const witness = await witnessOf((request, response) => answers[request.url ?? '']?.(request, response));
    for (const path of ['/fault', '/told']) await fetch(witness.url + path);
    await expect(fetch(`${witness.url}/broken`)).rejects.toThrow();
    expect([...witness.findings].map((finding) => finding.replace(/ \(.*/, ''))).toEqual([
      'GET /fault answered 500',
      'GET /told told the draft of another',
      'GET /broken was not answered: socket hang up',
    ]);
    await witness.stop();
  });

  it('XC-05.5 words that the call itself has said are not told by its answer', async () => {
    const witness = await witnessOf((_request, response) => response.end());
    expect(told(secrets, 'no case 秘密9f', '/api/cases/秘密9f')).toEqual([]);
    expect(told(secrets, 'no case 秘密9f', '/api/cases/other')).toEqual(secrets);
    await witness.stop();
  });
});

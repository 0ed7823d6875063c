/** What is read of e-commerce public service centres. */
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';

const CENTRES = ['centres'] as const;

async function readCentres(at: { readonly cursor?: string }) {
  return answered(api.GET('/api/ec-centre/centres', { params: { query: at } }));
}

export type Centre = Awaited<ReturnType<typeof readCentres>>['items'][number];

export function useCentres() {
  return usePages([...CENTRES, 'all'], readCentres);
}

async function readDirectory(centre: string, at: { readonly cursor?: string }) {
  return answered(api.GET('/api/ec-centre/directory', { params: { query: { ...at, centre } } }));
}

export type Entry = Awaited<ReturnType<typeof readDirectory>>['items'][number];

/** The directory of a centre. */
export function useDirectory(centre: string) {
  return usePages([...CENTRES, 'directory', centre], (at) => readDirectory(centre, at));
}

async function readFindings(at: { readonly cursor?: string }) {
  return answered(api.GET('/api/ec-centre/findings', { params: { query: at } }));
}

export type Findings = Awaited<ReturnType<typeof readFindings>>['items'][number];

/** What the centres that the reader looks after have and lack. */
export function useFindings() {
  return usePages([...CENTRES, 'findings'], readFindings);
}

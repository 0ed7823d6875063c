import { useQuery } from '@tanstack/react-query';
import { trackingHeaders } from '../api/tracking.ts';
import { answered, api, newKey, Refused, type ProblemBody } from '../api/client.ts';

/** Names of files that were uploaded from this page. */
const names = new Map<string, string>();

/** Uploads a file and tells how far it is in per cent. @returns its id @throws Refused; TypeError where the network is away */
export function uploadFile(file: File, onProgress: (percent: number) => void): Promise<string> {
  // Not by fetch, which does not tell how much has been sent.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    const headers = { 'Idempotency-Key': newKey(), ...trackingHeaders() };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100));
    request.onerror = () => reject(new TypeError('The network is away.'));
    request.onload = () => {
      const answer = request.response as { id: string } | ProblemBody;
      if ('id' in answer) {
        names.set(answer.id, file.name);
        resolve(answer.id);
      } else reject(new Refused(answer));
    };
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}

/** What a file is called; undefined until that is known. */
export function useFileName(id: string): string | undefined {
  const { data } = useQuery({
    queryKey: ['file', id],
    queryFn: () => answered(api.GET('/api/files/{id}/about', { params: { path: { id } } })),
    enabled: !names.has(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return names.get(id) ?? data?.name;
}

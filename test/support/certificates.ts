/** Certificates of a test: an authority, and a server and a client that it vouches for. Made with the program `openssl`. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of PEM files. */
export interface Certificates {
  readonly authority: string;
  readonly server: { readonly cert: string; readonly key: string };
  readonly client: { readonly cert: string; readonly key: string };
}

export function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Makes them in the folder, for two days. @param serverName the DNS name that the server's certificate is good for */
export function makeCertificates(folder: string, serverName: string): Certificates {
  const path = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const [authority, authorityKey] = [path('authority.pem'), path('authority.key')];
  const subject = ['-subj', '/CN=authority of a test', '-days', '2'];
  openssl('req', '-x509', ...newKey, '-keyout', authorityKey, '-out', authority, ...subject);
  const issue = (name: string) => {
    const [cert, key, request, extensions] = ['pem', 'key', 'csr', 'cnf'].map((end) => path(`${name}.${end}`)) as [
      string,
      string,
      string,
      string,
    ];
    writeFileSync(extensions, `subjectAltName=DNS:${name}\nbasicConstraints=CA:FALSE\n`);
    openssl('req', ...newKey, '-keyout', key, '-out', request, '-subj', `/CN=${name}`);
    const signer = ['-CA', authority, '-CAkey', authorityKey, '-CAcreateserial', '-days', '2'];
    openssl('x509', '-req', '-in', request, ...signer, '-extfile', extensions, '-out', cert);
    return { cert, key };
  };
  return { authority, server: issue(serverName), client: issue('client.test') };
}

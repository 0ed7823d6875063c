/** Makes a key for the backups and prints it: `npm run --silent backup:key > backup_key`. Keep a copy away from the machine. */
import { generateX25519Identity, identityToRecipient } from 'age-encryption';

const identity = await generateX25519Identity();
process.stdout.write(
  `# Anjuan: key of the backups. Without it no backup can be read: keep a copy away from this machine.\n` +
    `# public key: ${await identityToRecipient(identity)}\n${identity}\n`,
);

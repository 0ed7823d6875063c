/** What keeps a backup or a restore from being made, in words for whoever runs it. */
export class BackupError extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'BackupError';
  }
}

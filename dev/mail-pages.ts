/** The two pages of the mail inbox, as plain HTML. */
import type { CaughtMail } from './mail-catcher.ts';
import type { StoredMail } from './mail-store.ts';

/** The list of mails, in the order given; loads itself anew every few seconds. */
export function inboxPage(mails: StoredMail[]): string {
  const rows = mails.map(
    ({ id, mail }) => `<tr>
      <td><time>${mail.receivedAt.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })}</time></td>
      <td>${escapeHtml(mail.to.join(', '))}</td>
      <td><a href="/mail/${id}">${escapeHtml(mail.subject || '(no subject)')}</a></td>
      <td>${mail.attachments.length || ''}</td>
    </tr>`,
  );
  const empty = '<tr><td colspan="4">Nothing was sent yet · 尚无邮件</td></tr>';
  return page(
    `Inbox (${mails.length})`,
    `<h1>Caught mail · 邮件 <small>${mails.length}</small></h1>
    <table><thead><tr><th>Received · 时间</th><th>To · 收件人</th><th>Subject · 主题</th><th>Files · 附件</th></tr></thead>
    <tbody>${rows.join('') || empty}</tbody></table>`,
    '<meta http-equiv="refresh" content="5">',
  );
}

/** One mail: its main headers, its attachments and its body in a frame of its own. */
export function mailPage(id: string, mail: CaughtMail): string {
  const files = mail.attachments.map(
    ({ filename, content }, index) =>
      `<a href="/mail/${id}/attachment/${index}">${escapeHtml(filename || `attachment ${index + 1}`)}</a> (${content.length} bytes)`,
  );
  const headers = Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}`);
  return page(
    mail.subject,
    `<p><a href="/">← Inbox · 收件箱</a></p>
    <h1>${escapeHtml(mail.subject || '(no subject)')}</h1>
    <p>${escapeHtml(mail.from)} → ${escapeHtml(mail.to.join(', '))}</p>
    ${files.length ? `<p>${files.join(' · ')}</p>` : ''}
    <iframe sandbox="allow-popups" src="/mail/${id}/html" title="Body"></iframe>
    ${mail.html && mail.text ? `<details><summary>Plain text · 纯文本</summary><pre>${escapeHtml(mail.text)}</pre></details>` : ''}
    <details><summary>Headers · 邮件头</summary><pre>${escapeHtml(headers.join('\n'))}</pre></details>`,
  );
}

/** Text made harmless inside HTML and inside quoted attributes. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${head}
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <style>
    body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem; color: #222 }
    table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ddd }
    iframe { width: 100%; height: 60vh; border: 1px solid #ddd } pre { white-space: pre-wrap } time { white-space: nowrap }
  </style></head><body>${body}</body></html>`;
}

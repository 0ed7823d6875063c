import { createHash } from 'node:crypto';

/** The look of the pages, that of the mails: contrast of 4.5 to 1 or more, one column on a phone, everything open on paper. */
export const STYLE = `
:root{--ink:#1c2733;--muted:#566270;--line:#dfe4ea;--blue:#12508c}
*{box-sizing:border-box}
body{margin:0;background:#eef1f5;color:var(--ink);font:16px/1.6 -apple-system,'Segoe UI',Roboto,Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}
:lang(zh-CN) body{font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',-apple-system,'Segoe UI',Roboto,Arial,sans-serif}
header{background:var(--blue);color:#fff}
header,main,footer{padding:12px max(16px,calc(50% - 440px))}
header,header nav{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center}
header nav{margin-left:auto;font-size:14px}
header a{color:#fff;padding:6px 0;text-decoration:underline}
header>a{font-weight:600;letter-spacing:1px;text-decoration:none}
h1{font-size:24px;line-height:1.35;margin:12px 0 16px}
h2{font-size:18px;margin:0 0 8px}
h3{font-size:16px;margin:0}
a{color:var(--blue)}
section{background:#fff;border:1px solid var(--line);border-radius:8px;padding:16px 20px;margin:0 0 16px}
p,ul,ol,dl{margin:0 0 8px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;align-items:baseline}
dt,small,footer,.muted{color:var(--muted);font-size:14px}
dd,li,h1,h3,p{margin-left:0;overflow-wrap:anywhere}
.lead{font-size:18px;margin:0 0 16px}
section>:last-child{margin-bottom:0}
time{white-space:nowrap}
:focus-visible{outline:3px solid #b26a00;outline-offset:2px}
@media(max-width:600px){
  header,main,footer{padding-left:12px;padding-right:12px}
  header nav{margin-left:0}
  section{padding:12px}
}
@media print{
  body{background:#fff;font-size:13px}
  dt,small,footer,.muted{font-size:12px}
  header nav{display:none}
  header{background:none;color:var(--ink)}
  header>a{color:var(--ink)}
  section{border:0;padding:0;break-inside:avoid-page}
}`;

/** Names this style sheet, and no other, in the Content-Security-Policy. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

import { createHash } from 'node:crypto';

/** The look of the pages, that of the mails: contrast of 4.5 to 1 or more, one column on a phone, everything open on paper. */
export const STYLE = `
:root{--ink:#1c2733;--muted:#566270;--line:#dfe4ea;--blue:#12508c;--red:#b3261e}
*{box-sizing:border-box}
body{margin:0;background:#eef1f5;color:var(--ink);font:16px/1.6 -apple-system,'Segoe UI',Roboto,Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}
:lang(zh-CN) body{font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',-apple-system,'Segoe UI',Roboto,Arial,sans-serif}
header{background:var(--blue);color:#fff}
header,main,footer{padding:12px max(16px,calc(50% - 440px))}
header,header nav{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center}
header nav{margin-left:auto;font-size:14px}
header form{margin:0}
header a,header button{color:#fff;background:none;border:0;padding:6px 0;font:inherit;text-decoration:underline;cursor:pointer}
header>a{font-weight:600;letter-spacing:1px;text-decoration:none}
h1{font-size:24px;line-height:1.35;margin:12px 0 16px}
h2{font-size:18px;margin:0 0 8px}
h3{font-size:16px;margin:0}
a{color:var(--blue)}
section{background:#fff;border:1px solid var(--line);border-radius:8px;padding:16px 20px;margin:0 0 16px}
p,ul,ol,dl{margin:0 0 8px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;align-items:baseline}
dt,small,footer,.muted{color:var(--muted);font-size:14px}
dd,td,li,h1,h3,p{margin-left:0;overflow-wrap:anywhere}
.lead{font-size:18px;margin:0 0 16px}
article+article,article+.elsewhere{border-top:1px solid var(--line);margin-top:12px;padding-top:12px}
section>:last-child,article>:last-child{margin-bottom:0}
.deadline{border-left:4px solid #b26a00;background:#fff9ec;padding:10px 14px;margin:0 0 12px}
.due{font-size:18px;font-weight:600}
.late,.error{color:var(--red);font-weight:600}
table{width:100%;border-collapse:collapse;font-size:15px}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid var(--line)}
th{color:var(--muted);font-weight:400;font-size:14px}
details table{font-size:14px}
details td{overflow-wrap:break-word}
:lang(zh-CN) details td:not(:last-child){white-space:nowrap}
summary{cursor:pointer;color:var(--blue);padding:4px 0}
.timeline{list-style:none;padding:0}
.timeline>li{display:grid;grid-template-columns:10em 1fr;border-left:2px solid var(--line);padding:0 0 8px 14px}
.timeline ul{padding-left:20px}
time{white-space:nowrap}
.timeline time{color:var(--muted);font-size:14px;line-height:26px}
label{display:block;margin:0 0 12px}
input{display:block;width:100%;max-width:360px;font:inherit;padding:8px 10px;border:1px solid #6b7785;border-radius:5px}
main button{background:var(--blue);color:#fff;border:0;border-radius:5px;padding:10px 22px;font:inherit;font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid #b26a00;outline-offset:2px}
@media(max-width:600px){
  header,main,footer{padding-left:12px;padding-right:12px}
  header nav{margin-left:0}
  section{padding:12px}
  .timeline>li{display:block}
  .wide thead{position:absolute;clip-path:inset(50%)}
  .wide tr{display:block;padding:8px 0;border-bottom:1px solid var(--line)}
  .wide td{display:block;border:0;padding:0}
  .wide td[data-label]::before{content:attr(data-label) '：';color:var(--muted)}
  .wide:lang(en) td[data-label]::before{content:attr(data-label) ': '}
}
@media print{
  body{background:#fff;font-size:13px}
  table,th,dt,small,footer,.muted,.timeline time{font-size:12px}
  header nav,button{display:none}
  header{background:none;color:var(--ink)}
  header>a{color:var(--ink)}
  section{border:0;padding:0;break-inside:avoid-page}
  details::details-content{content-visibility:visible;block-size:auto}
}`;

/** Names this style sheet, and no other, in the Content-Security-Policy. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** A mail as its recipient sees it; its links open beside. */
import classes from './mail-frame.module.css';

export function MailFrame({
  src,
  title,
  lang,
}: {
  readonly src: string;
  readonly title: string;
  readonly lang: string;
}) {
  return <iframe className={classes['mail']} src={src} title={title} lang={lang} />;
}

-- The database roles of the API and of the worker, and what each may do. Run after every migration; running it again
-- changes nothing. Names and passwords come as settings of the session:
--
--   SET anjuan.api_password = '...'; SET anjuan.worker_password = '...';
--
-- Rules: a case is opened by the API (an insert) and from then on written by the worker alone. The timeline is written by
-- the worker alone, and by nobody twice: no role may change or delete a line. The points ledger is append-only too.
-- A table that does not exist yet is passed over.

DO $roles$
DECLARE
  member record;
BEGIN
  FOR member IN
    SELECT 'anjuan_api' AS name, nullif(current_setting('anjuan.api_password', true), '') AS password
    UNION ALL
    SELECT 'anjuan_worker', nullif(current_setting('anjuan.worker_password', true), '')
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = member.name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I', member.name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another process has just made it
      END;
    END IF;
    IF member.password IS NOT NULL THEN
      EXECUTE format(
        'ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD %L',
        member.name, member.password);
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), member.name);
    EXECUTE format('REVOKE CREATE ON SCHEMA public FROM %I', member.name);
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', member.name);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I', member.name);
  END LOOP;
END
$roles$;

DO $grants$
DECLARE
  target record;
  member text;
  allowed text;
BEGIN
  FOR target IN SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
  LOOP
    FOREACH member IN ARRAY ARRAY['anjuan_api', 'anjuan_worker']
    LOOP
      allowed := CASE
        WHEN target.name = '_prisma_migrations' THEN 'SELECT'
        WHEN target.name = 'TimelineEvent' AND member = 'anjuan_api' THEN 'SELECT'
        WHEN target.name = 'TimelineEvent' THEN 'SELECT, INSERT'
        WHEN target.name = 'PointsEntry' THEN 'SELECT, INSERT'
        WHEN target.name IN ('Case', 'Form', 'RuleVersion', 'CalendarVersion') AND member = 'anjuan_api' THEN 'SELECT, INSERT'
        WHEN target.name = 'CaseMessage' AND member = 'anjuan_api' THEN 'SELECT, INSERT'
        WHEN target.name IN ('Deadline', 'Task', 'Notice') AND member = 'anjuan_api' THEN 'SELECT'
        ELSE 'SELECT, INSERT, UPDATE, DELETE'
      END;
      -- Taken away first, so that a right withdrawn here is withdrawn there.
      EXECUTE format('REVOKE ALL ON TABLE public.%I FROM %I', target.name, member);
      EXECUTE format('GRANT %s ON TABLE public.%I TO %I', allowed, target.name, member);
    END LOOP;
  END LOOP;
END
$grants$;

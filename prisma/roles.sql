-- The database roles of the API, of the worker and of the backup, and what each may do. Run after every migration; running it again
-- changes nothing. Names and passwords come as settings of the session:
--
--   SET anjuan.api_password = '...'; SET anjuan.worker_password = '...'; SET anjuan.backup_password = '...';
--
-- Rules: a case is opened by the API (an insert) and from then on written by the worker alone. The timeline is written by
-- the worker alone, and by nobody twice: no role may change or delete a line. The points ledger and the facts of the platform are
-- append-only too, and so are the letters and the audit log. What people sign in with is not the worker's to see. The backup reads everything and
-- writes nothing but which backups there are.
-- A table that does not exist yet is passed over.

DO $roles$
DECLARE
  member record;
BEGIN
  FOR member IN
    SELECT 'anjuan_api' AS name, nullif(current_setting('anjuan.api_password', true), '') AS password
    UNION ALL
    SELECT 'anjuan_worker', nullif(current_setting('anjuan.worker_password', true), '')
    UNION ALL
    SELECT 'anjuan_backup', nullif(current_setting('anjuan.backup_password', true), '')
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
    EXECUTE format('GRANT %s ON ALL SEQUENCES IN SCHEMA public TO %I',
      CASE member.name WHEN 'anjuan_backup' THEN 'SELECT' ELSE 'USAGE, SELECT' END, member.name);
  END LOOP;
END
$roles$;

-- What API and worker may do, table by table. One that is not named here is for neither.
DO $grants$
DECLARE
  target record;
  member text;
  allowed text;
BEGIN
  FOR target IN
    SELECT pg_class.relname AS name, named.api, named.worker
    FROM pg_class LEFT JOIN (VALUES
      ('_prisma_migrations', 'SELECT', 'SELECT'),
      -- Accounts are the API's; the worker looks up whom to write to.
      ('User', 'SELECT, INSERT, UPDATE', 'SELECT'),
      ('Office', 'SELECT, INSERT, UPDATE, DELETE', 'SELECT'),
      ('Cover', 'SELECT, INSERT, UPDATE', 'SELECT, UPDATE ("settledAt")'),
      ('Interest', 'SELECT, INSERT, UPDATE', 'SELECT'),
      ('Contact', 'SELECT, INSERT', 'SELECT'),
      ('IntakeRequest', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('PasswordReset', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('TrackingCode', 'SELECT, INSERT', NULL),
      ('Account', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('Session', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('SignInPlace', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('SecondFactor', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('Verification', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('RateLimit', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('RequestKey', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('SavedView', 'SELECT, INSERT, DELETE', NULL),
      ('Phrase', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      ('Draft', 'SELECT, INSERT, UPDATE, DELETE', NULL),
      -- The worker sees what files are called, and not what is in them (SH-EVAL-13.3, 13.5).
      ('File', 'SELECT, INSERT, DELETE, UPDATE ("usedAt")', 'SELECT ("id", "name")'),
      ('UploadAttempt', 'SELECT, INSERT, DELETE', NULL),
      ('Case', 'SELECT, INSERT', 'SELECT, INSERT, UPDATE'),
      ('CaseCounter', 'SELECT, INSERT, UPDATE', 'SELECT, INSERT, UPDATE'),
      ('CaseParty', 'SELECT, INSERT', 'SELECT, INSERT'),
      ('PartyName', 'SELECT, INSERT', 'SELECT, INSERT'),
      ('CaseBody', 'SELECT, INSERT', 'SELECT, INSERT'),
      ('RegisterEntry', 'SELECT', 'SELECT, INSERT, UPDATE'),
      ('RegisterChange', 'SELECT', 'SELECT, INSERT'),
      ('ServiceRecord', 'SELECT', 'SELECT, INSERT, UPDATE'),
      ('PromotionMailing', 'SELECT', 'SELECT, INSERT, UPDATE'),
      ('NetworkFigure', 'SELECT', 'SELECT, INSERT, UPDATE'),
      ('Form', 'SELECT, INSERT', 'SELECT, INSERT'),
      -- Notes of staff are for people alone; a case knows nothing of them.
      ('CaseNote', 'SELECT, INSERT', NULL),
      ('Deadline', 'SELECT', 'SELECT, INSERT, UPDATE'),
      ('Task', 'SELECT', 'SELECT, INSERT, UPDATE'),
      ('TimelineEvent', 'SELECT', 'SELECT, INSERT'),
      -- What a timeline cites is the trigger's to write.
      ('CaseClause', 'SELECT', 'SELECT'),
      ('PersonalInput', 'SELECT, INSERT, DELETE', 'SELECT, DELETE'),
      -- Who loads a calendar leaves the open cases a message with it; who changes an account leaves one where it holds tasks.
      ('CaseMessage', 'SELECT, INSERT', 'SELECT, INSERT, UPDATE'),
      -- Bulk decisions are carried out by the API, which asks the cases one after the other.
      ('BulkDecision', 'SELECT, INSERT', NULL),
      ('BulkDecisionItem', 'SELECT, INSERT, UPDATE', NULL),
      -- The API plans one kind of notice itself, the code that verifies an address; of others it says that they were read, or that an
      -- address was put right.
      ('Notice', 'SELECT, INSERT, UPDATE ("acknowledgedAt", "resendAskedAt")', 'SELECT, INSERT, UPDATE'),
      -- The API sets where a robot is reached and cannot read it again: the worker alone writes there.
      ('WebhookChannel', 'SELECT ("id", "bodyId", "name", "format", "host", "tail", "roles", "locale", "active", "createdAt", "updatedAt"), INSERT, UPDATE', 'SELECT'),
      ('NoticeAddition', 'SELECT, INSERT', 'SELECT'),
      -- A letter is written by the worker, once, and read by the API.
      ('Letter', 'SELECT', 'SELECT, INSERT'),
      ('LetterFile', 'SELECT', 'SELECT, INSERT'),
      ('Bar', 'SELECT', 'SELECT, INSERT, UPDATE'),
      ('BarShortening', 'SELECT', 'SELECT, INSERT'),
      ('DepositMovement', 'SELECT', 'SELECT, INSERT'),
      ('DepositPosting', 'SELECT', 'SELECT, INSERT'),
      ('PaymentOrder', 'SELECT', 'SELECT, INSERT, UPDATE'),
      ('Recommendation', 'SELECT, INSERT', 'SELECT'),
      ('Store', 'SELECT', 'SELECT, INSERT, UPDATE'),
      ('StoreShareholder', 'SELECT', 'SELECT, INSERT'),
      ('PlatformEvent', 'SELECT, INSERT', 'SELECT, INSERT'),
      ('PointsEntry', 'SELECT, INSERT', 'SELECT, INSERT'),
      -- The sums of facts and of the ledger are the triggers' to write.
      ('PlatformEventSum', 'SELECT', 'SELECT'),
      ('StoreOrder', 'SELECT', 'SELECT'),
      ('StoreOrderDay', 'SELECT', 'SELECT'),
      ('PointsDay', 'SELECT', 'SELECT'),
      ('ActivityPeriod', 'SELECT, INSERT', NULL),
      ('PointsRecomputation', 'SELECT, INSERT', 'SELECT, UPDATE'),
      ('PointsRecomputed', 'SELECT', 'SELECT, INSERT'),
      ('RatingChange', 'SELECT, INSERT', 'SELECT, INSERT'),
      -- The audit log is added to by whoever changes what it is about, and changed by nobody.
      ('AuditEntry', 'SELECT, INSERT', 'SELECT, INSERT'),
      ('AuditHead', 'SELECT, UPDATE', 'SELECT, UPDATE'),
      ('CalendarVersion', 'SELECT, INSERT', 'SELECT'),
      ('RuleVersion', 'SELECT, INSERT', 'SELECT'),
      ('TextStatus', 'SELECT, INSERT', 'SELECT'),
      ('ClauseText', 'SELECT, INSERT', NULL),
      ('ConsultationComment', 'SELECT, INSERT', NULL),
      ('ConsultationAnswer', 'SELECT, INSERT', NULL),
      -- Records go by a decision, which the worker carries out with `delete_retained`; no role deletes any itself.
      ('RecordSeal', 'SELECT, INSERT, UPDATE ("liftedAt", "liftedById", "liftReason")', 'SELECT'),
      ('Deletion', 'SELECT', 'SELECT'),
      ('DeletedFile', 'SELECT', 'SELECT'),
      ('RetainedCase', 'SELECT', 'SELECT'),
      ('FileFault', 'SELECT, INSERT, DELETE', NULL),
      ('FileCheck', 'SELECT, INSERT, UPDATE', NULL),
      ('BackupCopy', 'SELECT', 'SELECT'),
      -- Made by whoever owns the tables, for training alone: with a clock of its own a role could let every period end.
      ('TrainingClock', 'SELECT, UPDATE', 'SELECT')
    ) AS named (name, api, worker) ON named.name = pg_class.relname
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
  LOOP
    EXECUTE format('REVOKE ALL ON TABLE public.%I FROM anjuan_backup', target.name);
    EXECUTE format('GRANT SELECT ON TABLE public.%I TO anjuan_backup', target.name);
    FOREACH member IN ARRAY ARRAY['anjuan_api', 'anjuan_worker']
    LOOP
      allowed := CASE member WHEN 'anjuan_api' THEN target.api ELSE target.worker END;
      -- Taken away first, so that a right withdrawn here is withdrawn there.
      EXECUTE format('REVOKE ALL ON TABLE public.%I FROM %I', target.name, member);
      IF allowed IS NOT NULL THEN
        EXECUTE format('GRANT %s ON TABLE public.%I TO %I', allowed, target.name, member);
      END IF;
    END LOOP;
  END LOOP;
END
$grants$;

-- What a role may do by a function alone.
DO $functions$
DECLARE
  allowed record;
BEGIN
  FOR allowed IN
    SELECT * FROM (VALUES
      ('anjuan_worker', 'delete_retained(text, integer)'),
      ('anjuan_backup', 'note_backups(jsonb)')
    ) AS named (member, signature) WHERE to_regprocedure('public.' || named.signature) IS NOT NULL
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION public.%s FROM PUBLIC', allowed.signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION public.%s TO %I', allowed.signature, allowed.member);
  END LOOP;
END
$functions$;

-- What the API changes of accounts, calendars and rules stands in the audit log, or is not changed: the transaction must have appended
-- an entry by its end.
CREATE FUNCTION "require_audit_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'anjuan_api' AND NOT EXISTS (SELECT FROM "AuditHead" WHERE xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'A change of % needs an entry of the audit log in its transaction', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "User_audited" AFTER INSERT OR UPDATE OR DELETE ON "User"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_audit_entry"();
CREATE CONSTRAINT TRIGGER "Account_audited" AFTER INSERT OR UPDATE OR DELETE ON "Account"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_audit_entry"();
CREATE CONSTRAINT TRIGGER "Office_audited" AFTER INSERT OR UPDATE OR DELETE ON "Office"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_audit_entry"();
CREATE CONSTRAINT TRIGGER "CalendarVersion_audited" AFTER INSERT OR UPDATE OR DELETE ON "CalendarVersion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_audit_entry"();
CREATE CONSTRAINT TRIGGER "RuleVersion_audited" AFTER INSERT OR UPDATE OR DELETE ON "RuleVersion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_audit_entry"();

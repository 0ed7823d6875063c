-- The sweep asks of each message whether an earlier one waits for the same case. Messages to all cases of a campaign are of one instant, so that an
-- index by time alone went through all of them for each.
CREATE INDEX "CaseMessage_to_handle_of_case" ON "CaseMessage" ("toCaseId", "createdAt", "id") WHERE "handledAt" IS NULL;

-- The engine gives every job a due date from now on (application.yaml), so that looking for due
-- jobs is one range of an index and not "no date, or a date that is over". Older ones get theirs,
-- and one without would never be found: better that it is refused.
update ACT_RU_JOB set DUEDATE_ = coalesce(CREATE_TIME_, current_timestamp) where DUEDATE_ is null;
alter table ACT_RU_JOB alter column DUEDATE_ set not null;

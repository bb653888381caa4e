-- Indices that the engine does not ship and a province needs (measured: docs/decisions/0002).
-- Latest definition by key: without it every start on H2 reads all definitions.
create index MC_PROCDEF_KEY_VERSION on ACT_RE_PROCDEF (KEY_, VERSION_);
-- Due timers: without it every acquisition reads all future timers.
create index MC_JOB_DUEDATE on ACT_RU_JOB (DUEDATE_);
-- A post's list of tasks, ordered by due date, in one range of the index.
create index MC_TASK_TENANT_DUE on ACT_RU_TASK (TENANT_ID_, DUE_DATE_);

-- The first page of a list by due date, whoever looks at it, from the beginning of one index; by
-- posts alone all open tasks of thirty posts were read and sorted to show fifteen.
create index MC_TASK_DUE on ACT_RU_TASK (DUE_DATE_);

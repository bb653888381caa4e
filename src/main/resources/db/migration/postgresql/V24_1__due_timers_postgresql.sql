-- Only what can be taken. The timer of a dossier whose clock stands still is suspended and its date
-- goes by: in an index over all of them every look for due timers would read it again and again.
drop index MC_JOB_DUEDATE;
create index MC_JOB_DUE on ACT_RU_JOB (DUEDATE_) where SUSPENSION_STATE_ = 1 and RETRIES_ > 0;

-- The process of a dossier stands once, at its clock, which is written when the process has begun.
-- Before, the register row was written without it and once more a moment later.
drop index dossier_instance;
alter table dossier drop column instance_id;
create unique index dossier_clock_instance on dossier_clock (instance_id);

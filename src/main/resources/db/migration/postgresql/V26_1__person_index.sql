-- What is known of an applicant, and whether the same is open already. Most applicants are owners:
-- only the others stand in the second index.
create index dossier_applicant on dossier (applicant_id_number, received_at);
create index dossier_owner on dossier (owner_id_number, received_at)
  where owner_id_number <> applicant_id_number;

-- Scans do not get smaller by compressing.
alter table dossier_scan alter column content set storage external;

-- What was handed in with a dossier stays with it, also for a hand that reaches the database.
create function dossier_scan_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a scan of a received dossier is never changed';
end $$;
create trigger dossier_scan_kept before update or delete on dossier_scan
  for each row when (old.dossier_code is not null) execute function dossier_scan_kept();
create trigger dossier_scan_never_emptied before truncate on dossier_scan
  for each statement execute function dossier_scan_kept();

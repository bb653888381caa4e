-- What was done stays written, also for a hand that reaches the database.
create function dossier_act_kept() returns trigger language plpgsql as $$
begin
  raise exception 'dossier_act is only ever added to';
end $$;
create trigger dossier_act_kept before update or delete on dossier_act
  for each row execute function dossier_act_kept();

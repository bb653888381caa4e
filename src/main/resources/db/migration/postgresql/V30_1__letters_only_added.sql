-- A letter that was handed out stays as it was, also for a hand that reaches the database.
create function letter_kept() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger letter_kept before update or delete on letter
  for each row execute function letter_kept();
create trigger letter_dossier_kept before update or delete on letter_dossier
  for each row execute function letter_kept();
create trigger letter_never_emptied before truncate on letter
  for each statement execute function letter_kept();
create trigger letter_dossier_never_emptied before truncate on letter_dossier
  for each statement execute function letter_kept();

-- Who stood in for whom stays written, also for a hand that reaches the database.
create function absence_kept() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger absence_kept before update or delete on absence
  for each row execute function absence_kept();
create trigger absence_post_kept before update or delete on absence_post
  for each row execute function absence_kept();
create trigger absence_mark_kept before update or delete on absence_mark
  for each row execute function absence_kept();
create trigger absence_never_emptied before truncate on absence
  for each statement execute function absence_kept();
create trigger absence_post_never_emptied before truncate on absence_post
  for each statement execute function absence_kept();
create trigger absence_mark_never_emptied before truncate on absence_mark
  for each statement execute function absence_kept();

-- What was warned of and what was answered stays written, also for a hand that reaches the database.
create function warning_kept() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger warning_kept before update or delete on warning
  for each row execute function warning_kept();
create trigger delay_cause_kept before update or delete on delay_cause
  for each row execute function warning_kept();

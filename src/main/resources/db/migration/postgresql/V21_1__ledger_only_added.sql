-- The ledger stays as written, also for a hand that reaches the database.
create function clock_ledger_kept() returns trigger language plpgsql as $$
begin
  raise exception 'clock_ledger is only ever added to';
end $$;
create trigger clock_ledger_kept before update or delete on clock_ledger
  for each row execute function clock_ledger_kept();

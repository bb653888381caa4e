-- What was to be paid and what was taken stays written, also for a hand that reaches the database.
create function fee_kept() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger fee_line_kept before update or delete on fee_line
  for each row execute function fee_kept();
create trigger fee_receipt_kept before update or delete on fee_receipt
  for each row execute function fee_kept();
create trigger fee_receipt_line_kept before update or delete on fee_receipt_line
  for each row execute function fee_kept();
create trigger fee_line_never_emptied before truncate on fee_line
  for each statement execute function fee_kept();
create trigger fee_receipt_never_emptied before truncate on fee_receipt
  for each statement execute function fee_kept();
create trigger fee_receipt_line_never_emptied before truncate on fee_receipt_line
  for each statement execute function fee_kept();
-- The list of what is owed reads what is owed, not what was ever paid.
create index fee_balance_owed on fee_balance (unit) where owed > 0;

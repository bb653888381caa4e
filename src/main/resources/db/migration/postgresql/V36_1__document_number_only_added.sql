-- A number that was given stays given, also for a hand that reaches the database.
create function document_number_kept() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger document_number_kept before update or delete on document_number
  for each row execute function document_number_kept();
create trigger document_number_never_emptied before truncate on document_number
  for each statement execute function document_number_kept();

-- Who gave what to whom stays written, also for a hand that reaches the database.
create function hand_over_kept() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger hand_over_kept before update or delete on hand_over
  for each row execute function hand_over_kept();
create trigger hand_over_dossier_kept before update or delete on hand_over_dossier
  for each row execute function hand_over_kept();
create trigger hand_over_answer_kept before update or delete on hand_over_answer
  for each row execute function hand_over_kept();
create trigger hand_over_never_emptied before truncate on hand_over
  for each statement execute function hand_over_kept();
create trigger hand_over_dossier_never_emptied before truncate on hand_over_dossier
  for each statement execute function hand_over_kept();
create trigger hand_over_answer_never_emptied before truncate on hand_over_answer
  for each statement execute function hand_over_kept();

-- The lists of what waits to be given read what is open, not what was ever received.
create index dossier_open_reception on dossier (reception_unit) where ended_at is null;
create index dossier_open_lead on dossier (lead_unit) where ended_at is null;

-- A trigger for rows does not see TRUNCATE.
create trigger clock_ledger_never_emptied before truncate on clock_ledger
  for each statement execute function clock_ledger_kept();
create trigger dossier_act_never_emptied before truncate on dossier_act
  for each statement execute function dossier_act_kept();
create trigger warning_never_emptied before truncate on warning
  for each statement execute function warning_kept();
create trigger delay_cause_never_emptied before truncate on delay_cause
  for each statement execute function warning_kept();

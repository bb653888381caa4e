-- What was done stays written, also for a hand that reaches the database.
create trigger clock_ledger_kept before update, delete on clock_ledger
  for each row call 'vn.motcua.OnlyAdded';
create trigger dossier_act_kept before update, delete on dossier_act
  for each row call 'vn.motcua.OnlyAdded';

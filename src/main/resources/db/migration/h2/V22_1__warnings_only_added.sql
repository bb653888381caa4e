-- What was warned of and what was answered stays written, also for a hand that reaches the database.
create trigger warning_kept before update, delete on warning
  for each row call 'vn.motcua.OnlyAdded';
create trigger delay_cause_kept before update, delete on delay_cause
  for each row call 'vn.motcua.OnlyAdded';

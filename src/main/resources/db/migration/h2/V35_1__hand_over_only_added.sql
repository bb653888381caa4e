create trigger hand_over_kept before update, delete on hand_over
  for each row call 'vn.motcua.OnlyAdded';
create trigger hand_over_dossier_kept before update, delete on hand_over_dossier
  for each row call 'vn.motcua.OnlyAdded';
create trigger hand_over_answer_kept before update, delete on hand_over_answer
  for each row call 'vn.motcua.OnlyAdded';

create trigger letter_kept before update, delete on letter
  for each row call 'vn.motcua.OnlyAdded';
create trigger letter_dossier_kept before update, delete on letter_dossier
  for each row call 'vn.motcua.OnlyAdded';

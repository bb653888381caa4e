create trigger absence_kept before update, delete on absence
  for each row call 'vn.motcua.OnlyAdded';
create trigger absence_post_kept before update, delete on absence_post
  for each row call 'vn.motcua.OnlyAdded';
create trigger absence_mark_kept before update, delete on absence_mark
  for each row call 'vn.motcua.OnlyAdded';

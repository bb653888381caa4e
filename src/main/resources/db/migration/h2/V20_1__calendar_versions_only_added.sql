create trigger calendar_version_kept before update, delete on calendar_version
  for each row call 'vn.motcua.OnlyAdded';

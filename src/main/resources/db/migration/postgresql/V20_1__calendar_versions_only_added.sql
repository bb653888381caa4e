create function calendar_version_kept() returns trigger language plpgsql as $$
begin
  raise exception 'calendar_version is only ever added to';
end $$;
create trigger calendar_version_kept before update or delete or truncate on calendar_version
  for each statement execute function calendar_version_kept();

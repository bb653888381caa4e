-- Every version of the working calendar as it was entered; the newest is in force. A date is always
-- explained by the version it was made with, so rows are only ever added.
create table calendar_version (
  version    integer       not null primary key,
  content    text          not null,
  digest     char(64)      not null,
  note       varchar(1000) not null,
  basis      varchar(1000),
  entered_by varchar(64),
  entered_at timestamp with time zone not null
);
comment on column calendar_version.content is 'the whole YAML text';
comment on column calendar_version.digest is 'SHA-256 of the content';
comment on column calendar_version.basis is 'decision or announcement; null for the first version, which came with the release';
comment on column calendar_version.entered_by is 'account of the administrator; null for the first version';

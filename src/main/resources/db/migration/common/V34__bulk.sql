-- What was done among many: the same request for the same step is done once, however often it is sent.
create table bulk_deed (
  person      varchar(64)  not null,
  request_key varchar(64)  not null,
  task_id     varchar(64)  not null,
  done_at     timestamp with time zone not null,
  primary key (person, request_key, task_id)
);

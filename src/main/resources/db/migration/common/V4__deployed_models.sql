-- What stands in the engine of every model and form, so that a start deploys only what changed
-- (docs/decisions/0003).
create table deployed_model (
  path varchar(255) not null,
  owner varchar(255) not null,
  kind varchar(16) not null,
  status varchar(16) not null,
  definition_key varchar(255),
  name varchar(2000),
  digest char(64),
  stamp varchar(64),
  deployment_id varchar(64),
  failures text,
  deployed_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint deployed_model_pk primary key (path)
);
comment on column deployed_model.path is 'file below processes/ or forms/, as packaged';
comment on column deployed_model.owner is 'path of the model that a form of its own goes with; else the path itself';
comment on column deployed_model.kind is 'model, shared or form';
comment on column deployed_model.status is 'deployed, refused (an older version may serve) or retired';
comment on column deployed_model.digest is 'SHA-256 of the content that serves; null if none ever did';
comment on column deployed_model.stamp is 'cheap sign that the file is the same: time and size, or checksum and size in a jar';
comment on column deployed_model.failures is 'why it is refused, one reason a line, in Vietnamese';

-- The statutory clock of each dossier, and the ledger that explains it (sổ tính hạn). A due date is
-- the sum of the rows of its ledger; dossier_clock holds that sum for lists and timers.
create table dossier_clock (
  dossier_code     varchar(60)  not null primary key references dossier (code),
  instance_id      varchar(64),
  -- The unit that resolves the dossier; its hours count.
  unit             varchar(100) not null,
  started_at       timestamp with time zone not null,
  due_at           timestamp with time zone,
  statutory_due_at timestamp with time zone,
  -- What was promised on the first slip; kept for ever, whatever happens to due_at.
  first_due_at     timestamp with time zone,
  half_at          timestamp with time zone,
  warn_at          timestamp with time zone,
  paused_since     timestamp with time zone,
  paused_because   varchar(2000),
  stopped_at       timestamp with time zone,
  calendar_version integer      not null,
  ledger_rows      integer      not null
);
create index dossier_clock_open on dossier_clock (stopped_at, dossier_code);
create index dossier_clock_due on dossier_clock (due_at);

-- One row for each thing that happened to a clock. Only ever added to.
create table clock_ledger (
  dossier_code     varchar(60)  not null,
  no               integer      not null,
  event            varchar(20)  not null,
  at               timestamp with time zone not null,
  person           varchar(64)  not null,
  on_behalf_of     varchar(64),
  reason           varchar(40)  not null,
  reason_words     varchar(4000),
  legal_basis      varchar(500) not null,
  -- Working time used since the row before.
  used_seconds     bigint       not null,
  promised_limit   varchar(100),
  statutory_limit  varchar(100),
  new_day          date,
  resume_rule      varchar(20),
  due_before       timestamp with time zone,
  due_after        timestamp with time zone,
  statutory_before timestamp with time zone,
  statutory_after  timestamp with time zone,
  calendar_version integer      not null,
  primary key (dossier_code, no)
);

-- Dossiers received before there was a ledger: what is known becomes its first rows.
insert into dossier_clock (dossier_code, instance_id, unit, started_at, due_at, statutory_due_at,
    first_due_at, half_at, warn_at, paused_since, paused_because, stopped_at, calendar_version,
    ledger_rows)
  select code, instance_id, lead_unit, received_at, due_at, statutory_due_at, first_due_at, warn_at,
      warn_at, paused_since, paused_because, coalesce(finished_at, ended_at), 1, 1 from dossier;
insert into clock_ledger (dossier_code, no, event, at, person, reason, legal_basis, used_seconds,
    promised_limit, statutory_limit, due_after, statutory_after, calendar_version)
  select code, 1, 'start', received_at, received_by, 'received', 'NĐ 61/2018/NĐ-CP Điều 17', 0,
      limit_text, limit_text, due_at, statutory_due_at, 1 from dossier;

alter table dossier drop column due_at;
alter table dossier drop column statutory_due_at;
alter table dossier drop column first_due_at;
alter table dossier drop column warn_at;
alter table dossier drop column paused_since;
alter table dossier drop column paused_because;

-- Results of a linked dossier (liên thông): one dossier, and a row for each agency that makes one of its
-- results. Only dossiers of linked procedures have rows. Each moment is set once, when it comes.
create table dossier_result (
  dossier_code varchar(60)  not null references dossier (code),
  -- Id of the result in the model.
  result       varchar(100) not null,
  ordinal      integer      not null,
  name         varchar(500) not null,
  unit         varchar(100) not null,
  agency       varchar(255) not null,
  -- Time of the agency from when it has the dossier, and from the reception until the result is there.
  limit_text   varchar(100) not null,
  promise_text varchar(100) not null,
  -- What the first slip promised for this result; kept for ever.
  first_due_at timestamp with time zone not null,
  received_at  timestamp with time zone,
  issued_at    timestamp with time zone,
  -- Number and date of the document, as the seal clerk's act has them.
  paper        varchar(1000),
  returned_at  timestamp with time zone,
  returned_to  varchar(500),
  primary key (dossier_code, result)
);
-- Results that can be given out.
create index dossier_result_waiting on dossier_result (returned_at, issued_at);

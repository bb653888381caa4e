-- Register of outgoing documents (sổ đăng ký văn bản đi): numbers given at the seal, from the same row
-- of numbers as the letters of the agency (letter_counter, book documents). Only ever added to.
create table document_number (
  unit         varchar(100) not null,
  book_year    integer      not null,
  number       integer      not null,
  number_text  varchar(60)  not null,
  kind         varchar(20)  not null,
  dossier_code varchar(60)  not null references dossier (code),
  given_to     varchar(64)  not null,
  given_at     timestamp with time zone not null,
  primary key (unit, book_year, number)
);
create index document_number_dossier on document_number (dossier_code);

create trigger fee_line_kept before update, delete on fee_line
  for each row call 'vn.motcua.OnlyAdded';
create trigger fee_receipt_kept before update, delete on fee_receipt
  for each row call 'vn.motcua.OnlyAdded';
create trigger fee_receipt_line_kept before update, delete on fee_receipt_line
  for each row call 'vn.motcua.OnlyAdded';
create index fee_balance_owed on fee_balance (unit, owed);

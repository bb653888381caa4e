create trigger document_number_kept before update, delete on document_number
  for each row call 'vn.motcua.OnlyAdded';
